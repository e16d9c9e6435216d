export const adminCategoriesEn = {
  description:
    'Other doors to the desk name categories in words of their own. Here you say which department gets them. It holds for what is categorized from now on.',
  list: 'Categories and their departments',
  column: {
    word: 'Category',
    vocabulary: 'Comes from',
    department: 'Department',
    changed: 'Changed',
  },
  vocabulary: {
    support: 'Customer support',
    admin: 'Admin tickets',
    incident: 'Incident management',
    it: 'IT support',
  },
  department_of: 'Department for “{{word}}”',
  as_documented: '{{department}} (as documented)',
  new_word: 'Another category of the admin tickets',
  new_word_hint: 'As it is written there',
  add: 'Add',
  routed: '“{{word}}” goes to {{department}} from now on',
  given_back: '“{{word}}” goes where the documents say from now on',
} as const;

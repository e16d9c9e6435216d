export const desktopSetupEn = {
  welcome: 'Welcome to Waypost',
  nodes: 'Nodes',
  what_is_a_node:
    'A node keeps the tickets. This app works with one node at a time and keeps its own copy, so that it goes on without a network.',
  which: 'Which node to work with',
  way: { remote: 'A node my team runs', host: 'Run the node on this computer' },
  way_hint: {
    remote: 'You were given its address.',
    host: 'For trying it out, for working alone, or for a small team.',
  },
  address: 'Address of the node',
  address_hint: 'Ask whoever set Waypost up. It looks like desk.example or 192.168.1.20:8000.',
  what_was_found: 'What was found there',
  checking: 'Looking…',
  connect: 'Connect',
  use_instead: 'Use {{url}}',
  found: 'Waypost {{version}} at {{url}}.',
  found_open: 'The connection is not encrypted: everybody on the way can read it, passwords too.',
  not_an_address: 'This is no address. It looks like desk.example or 192.168.1.20:8000.',
  unreachable: {
    no_such_host:
      'Nobody knows a computer of this name. Check the spelling, and whether you need the company’s network.',
    refused:
      'The computer is there, but no node listens at this address. Check the port, and whether the node runs.',
    no_answer: 'Nothing answers at this address. It may be behind a firewall, or the node may be off.',
    no_network: 'There is no way from here to this address. Check this computer’s network.',
  },
  bad_certificate: {
    untrusted:
      'The certificate there was issued by somebody whom this computer does not trust. Ask your administrator before you go on.',
    wrong_name:
      'The certificate there belongs to another name. Check the address: this may be somebody else’s computer.',
    expired: 'The certificate there has run out, or this computer’s clock is wrong.',
    other: 'The certificate there cannot be used. Ask your administrator.',
  },
  wrong_protocol: 'There is a node, but it speaks another protocol: its address is {{url}}.',
  not_waypost: 'Something answers there, but it is no Waypost node.',
  node_too_old:
    'The node there is an older one ({{version}}) than this app can work with. It has to be upgraded first.',
  console_too_old: 'The node there is newer ({{version}}) than this app. Update the app first.',
  data_folder: 'Data folder',
  choose_folder: 'Choose the data folder',
  port: 'Port',
  port_hint: 'Choose one when colleagues connect, so that their address stays the same.',
  any_port: 'Any free one',
  who_may_connect: 'Who may connect',
  audience: { this_computer: 'This computer only', network: 'Everybody in the network' },
  audience_hint: {
    this_computer: 'Nobody else can reach the node.',
    network: 'Colleagues connect with their browser or this app.',
  },
  network_risk:
    'Everybody in your network can reach the sign-in page, and what they send is not encrypted: passwords and tickets can be read on the way. Use it in a network that you trust, or put a TLS proxy in front.',
  start_here: 'Start the node',
  known: 'Nodes used before',
  in_use: 'in use',
  this_computer: 'This computer',
  forget: 'Forget {{name}}',
  forget_hint:
    'Forgetting a node takes its tickets off this computer. What you wrote and never sent stays, for when you use it again.',
} as const;

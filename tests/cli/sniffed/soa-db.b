x SOA

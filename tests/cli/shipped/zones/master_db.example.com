$TTL 1h
@ SOA ns.example.org. hostmaster.example.org. 2026010100 4h 1h 14d 1h
@ NS ns.example.org.
@ NS ns2.example.org.
www.example.com. A 192.0.2.1
mail.example.com. A 192.0.2.2

D("example.com", NewRegistrar("none"), DnsProvider(NewDnsProvider("bind")), A("www", "192.0.2.1"));

D("example.com", REG_NONE, DnsProvider(DSP_BIND), A("www", "192.0.2.1"), CNAME("ftp", "www"));

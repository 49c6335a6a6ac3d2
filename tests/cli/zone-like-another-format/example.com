;;
;; Domain:     example.com
;; Exported:   2026-01-15 10:00:00
;;
example.com	3600	IN	SOA	ns1.example.net. hostmaster.example.net. 2026011500 7200 3600 1209600 3600

;; NS Records (YOU MUST CHANGE THIS)
example.com.	1	IN	NS	REPLACE&ME$WITH^YOUR@NAMESERVER.

;; A Records
www.example.com.	1	IN	A	192.0.2.80

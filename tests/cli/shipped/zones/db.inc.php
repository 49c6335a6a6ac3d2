<?php
$config = 1;

<?php
// Makes the database: php create.php <database> <user>

require_once 'Sabre/autoload.php'; // the router needs it: say so at once

[, $database, $user] = $argv;

$pdo = new PDO("sqlite:$database", null, null, [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);
$pdo->exec('PRAGMA journal_mode = WAL');
$pdo->exec(file_get_contents(__DIR__ . '/tables.sql'));

$insert = $pdo->prepare('INSERT INTO principals (uri, email, displayname) VALUES (?, ?, ?)');
$insert->execute(["principals/$user", "$user@example.org", ucfirst($user)]);
$insert->execute(["principals/$user/calendar-proxy-read", null, null]);
$insert->execute(["principals/$user/calendar-proxy-write", null, null]);

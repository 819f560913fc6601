<?php
// A CalDAV server for `php -S`, on Debian's sabre/dav 1.8.

error_reporting(0); // the library is older than PHP 8
date_default_timezone_set('UTC');
require_once 'Sabre/autoload.php';

class OneUser extends Sabre\DAV\Auth\Backend\AbstractBasic
{
    protected function validateUserPass($name, $password)
    {
        return $name === getenv('SABRE_USER') && $password === getenv('SABRE_PASSWORD');
    }
}

$pdo = new PDO('sqlite:' . get_cfg_var('sabre.database'), null, null, [
    PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION,
    PDO::ATTR_TIMEOUT => 10,
]);
$principals = new Sabre\DAVACL\PrincipalBackend\PDO($pdo);
$calendars = new Sabre\CalDAV\Backend\PDO($pdo);

$server = new Sabre\DAV\Server([
    new Sabre\CalDAV\Principal\Collection($principals),
    new Sabre\CalDAV\CalendarRootNode($principals, $calendars),
]);
$server->setBaseUri('/');
$server->addPlugin(new Sabre\DAV\Auth\Plugin(new OneUser(), 'sabre'));
$server->addPlugin(new Sabre\DAVACL\Plugin());
$server->addPlugin(new Sabre\CalDAV\Plugin());
$server->exec();

<#
.SYNOPSIS
Deploys a game server to Hathora, as the last step of a release pipeline: builds a folder, deploys the build with the settings of the
deployment before it, opens a room on it, waits until players can connect, and shows what the server logs.

.DESCRIPTION
Whatever fails ends the script with its error and the exit code 1, so that the pipeline stops there; the old deployment goes on serving. The
room of the check is closed again. Keeps to PowerShell's core cmdlets, so that it runs in the bare engine of ChatPS.Host as well as in pwsh.

.EXAMPLE
dotnet run --project src/ChatPS.Host -- -File docs/examples/deploy.ps1 -App arena -Source ./server -Sandbox

Rehearses the deployment against the sandbox.

.EXAMPLE
pwsh docs/examples/deploy.ps1 -App arena -Source ./server -Tag v1.4.2

Deploys with the token that the environment variable HATHORA_TOKEN holds.
#>
[CmdletBinding()]
param(
    # The app: its id or its name.
    [Parameter(Mandatory)]
    [string] $App,

    # The folder that has the Dockerfile at its root, or a .tgz archive of it.
    [Parameter(Mandatory)]
    [string] $Source,

    # What the build and the deployment are called; left out, the time.
    [string] $Tag = [datetime]::UtcNow.ToString('yyyyMMdd-HHmmss'),

    # Where the room of the check runs.
    [string] $Region = 'Frankfurt',

    # The team that owns the app; left out, the token's own.
    [string] $Team,

    # How many seconds the room may take to become reachable.
    [int] $Timeout = 120,

    # Rehearses against the sandbox.
    [switch] $Sandbox
)
$ErrorActionPreference = 'Stop'

$login = $Sandbox ? @{ Sandbox = $true } : @{ TokenVariable = 'HATHORA_TOKEN' }
if ($Team) { $login.Team = $Team }
$session = Connect-ChatService Hathora @login -App $App
$room = $null
try {
    "Building $Source as $Tag"
    $build = New-ChatAppBuild -Path $Source -Tag $Tag -Wait
    "Build $($build.Id) $($build.Status)"

    $deployment = $build | New-ChatDeployment -App $App -FromLatest -Tag $Tag
    "Deployment $($deployment.Id): $($deployment.Cpu) CPU, $($deployment.MemoryMB) MB, $($deployment.RoomsPerProcess) rooms per process"

    $room = New-ChatRoom -Region $Region -Deployment $deployment
    $connection = $room | Get-ChatRoomConnection -Wait -Timeout $Timeout
    "Room $($room.Id) answers at $($connection.Host):$($connection.Port)"

    "What the server says:"
    $room | Get-ChatLog -Tail 10 | ForEach-Object { "    $($_.Message)" }
}
finally {
    if ($room) { $room | Remove-ChatRoom -Force -ErrorAction Continue }
    $session | Disconnect-ChatService
}

<#
.SYNOPSIS
Archives the channels of a Mattermost server in which nobody has written for some time, for example every night.

.DESCRIPTION
The channels that a team cannot be without stay, and so do those that -Keep names. A channel in which nobody ever wrote is as old as itself.
With -WhatIf nothing is sent, and the summary tells what would go. A channel that cannot be archived is an error that names it; the others are
archived all the same, and the exit code is 1. Archived channels can be read on, and Restore-ChatRoom brings them back. Keeps to PowerShell's
core cmdlets, so that it runs in the bare engine of ChatPS.Host as well as in pwsh.

.OUTPUTS
One summary object with the names of what was archived, would be archived, was kept for -Keep, and failed.

.EXAMPLE
dotnet run --project src/ChatPS.Host -- -File docs/examples/archive-inactive.ps1 -Days 30 -Sandbox -WhatIf

Rehearses against the sandbox, without archiving there either.

.EXAMPLE
pwsh docs/examples/archive-inactive.ps1 -Uri https://chat.example.com -Days 180 -Keep announcements,northwind-harbor/release-*

Archives with the token that the environment variable MATTERMOST_TOKEN holds: a system administrator's.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # The address of the server.
    [uri] $Uri,

    # For how many days nobody has written in a channel that goes.
    [ValidateRange(1, 36500)]
    [int] $Days = 90,

    # The channels that stay, by name or by team/name; patterns too.
    [string[]] $Keep = @(),

    # The team whose channels are looked at; left out, every team's.
    [string] $Team,

    # How many requests may be under way at the same time.
    [int] $ThrottleLimit = 4,

    # The environment variable that holds the token.
    [string] $TokenVariable = 'MATTERMOST_TOKEN',

    # Rehearses against the sandbox.
    [switch] $Sandbox
)
$ErrorActionPreference = 'Stop'
$always = 'town-square', 'off-topic'
# A shell that starts this script hands over a list as one text with commas.
$Keep = @($Keep -split ',' | ForEach-Object { $_.Trim() } | Where-Object { $_ })

$login = $Sandbox ? @{ Sandbox = $true } : @{ Uri = $Uri; TokenVariable = $TokenVariable }
$scope = $Team ? @{ Team = $Team } : @{}
$session = Connect-ChatService Mattermost @login
try {
    $limit = [datetimeoffset]::UtcNow.AddDays(-$Days)
    $checked = 0
    $kept = @()
    $old = @(Get-ChatRoom @scope | Where-Object { $_.Kind -in 'Public', 'Private' -and $_.Name -notin $always } | ForEach-Object {
        $checked++
        $room, $name = $_, "$($_.TeamName)/$($_.Name)"
        if (($room.LastActivityAt ?? $room.CreatedAt) -ge $limit) { }
        elseif ($Keep | Where-Object { $room.Name -like $_ -or $name -like $_ }) { $kept += $name }
        else { $room }
    })

    $old | Remove-ChatRoom -Force -ThrottleLimit $ThrottleLimit -ErrorAction SilentlyContinue -ErrorVariable errors
    $failed = @{}
    foreach ($one in $errors) { $failed["$($one.TargetObject)"] = $one }
    $done = @()
    $undone = @()
    foreach ($room in $old) {
        $name = "$($room.TeamName)/$($room.Name)"
        $why = $failed[$room.Id] ?? $failed[$room.Name]
        if ($why) {
            $undone += $name
            Write-Error "Channel ${name}: $why" -ErrorAction Continue
        }
        else { $done += $name }
    }

    [pscustomobject]@{
        InactiveSince = $limit
        Checked       = $checked
        Archived      = $WhatIfPreference ? @() : $done
        WouldArchive  = $WhatIfPreference ? $done : @()
        Kept          = $kept
        Failed        = $undone
    }
}
finally {
    $session | Disconnect-ChatService -WhatIf:$false -Confirm:$false
}
exit ($undone ? 1 : 0)

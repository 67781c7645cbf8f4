<#
.SYNOPSIS
Takes people who leave off a Mattermost server: hands over their bots, revokes their personal access tokens, ends their sessions and deactivates
their accounts.

.DESCRIPTION
Bots go to the person whom -HandOverTo names before their owner is deactivated, because a server may disable bots without one; left out, they
stay and are reported. Webhooks keep their creators, and the server has no way to change that: they are reported, so that somebody looks at them.
What people wrote stays, and Set-ChatUser -Active lets an account be used again.

What is done already is left alone, so that running it again changes nothing more. What fails is an error that names the user; everything else is
done all the same, the other people too, and the exit code is 1.

.OUTPUTS
An object for each person, which tells what was done and what is left to look at.

.EXAMPLE
pwsh docs/examples/offboard.ps1 felix.farouk,oona.ortega -HandOverTo member -Sandbox

Rehearses against the sandbox.

.EXAMPLE
pwsh docs/examples/offboard.ps1 -Path leavers.csv -HandOverTo it.desk -Uri https://chat.example.com -WhatIf

Shows what would be done for the users in the column UserName of the file, with the token that the environment variable MATTERMOST_TOKEN holds: a
system administrator's.
#>
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Name')]
param(
    # Who leaves: user names, addresses or ids.
    [Parameter(Mandatory, Position = 0, ParameterSetName = 'Name')]
    [string[]] $UserName,

    # A CSV file with the column UserName.
    [Parameter(Mandatory, ParameterSetName = 'Path')]
    [string] $Path,

    # Who gets the bots.
    [string] $HandOverTo,

    # The address of the server.
    [uri] $Uri,

    # The environment variable that holds the token.
    [string] $TokenVariable = 'MATTERMOST_TOKEN',

    # Rehearses against the sandbox.
    [switch] $Sandbox
)
$ErrorActionPreference = 'Stop'

# Does one thing for a leaver. What fails is told of with the name, and the next thing is done.
function Step([pscustomobject] $Leaver, [string] $What, [scriptblock] $Do) {
    try { & $Do }
    catch {
        $Leaver.Status = 'failed'
        Write-Error "$($Leaver.UserName): ${What}: $_" -ErrorAction Continue
    }
}

# What a server has switched off it has none of; it says so, and people are taken off it all the same.
function Read-Offered([scriptblock] $Look) {
    try { & $Look }
    catch {
        if ($_.FullyQualifiedErrorId -notlike 'ChatPS.NotSupported*') { throw }
        Write-Warning "$_"
    }
}

# Names as they come, without empty ones and repetitions. A shell that starts this script hands over a list as one text with commas.
$given = $Path ? (Import-Csv -LiteralPath $Path).UserName : $UserName
$names = @($given -split ',' | ForEach-Object { $_.Trim() } | Where-Object { $_ } | Select-Object -Unique)
if (-not $names) { throw 'Nobody is named: the file needs a column UserName with a name in it.' }

$login = $Sandbox ? @{ Sandbox = $true } : @{ Uri = $Uri; TokenVariable = $TokenVariable }
$session = Connect-ChatService Mattermost @login
try {
    $me = Get-ChatUser -Me
    $heir = if ($HandOverTo) { Get-ChatUser $HandOverTo }
    if ($heir -and -not $heir.IsActive) { throw "The account of '$HandOverTo' is deactivated: it cannot take over bots." }

    # The leavers are looked up together, and what belongs to whom is read once for all.
    $users = @($names | Get-ChatUser -ErrorAction SilentlyContinue -ErrorVariable errors | Sort-Object Id -Unique | Sort-Object UserName)
    $bots = @(Read-Offered { Get-ChatBot -IncludeDisabled })
    $webhooks = @('Incoming', 'Outgoing' | ForEach-Object { $direction = $_; Read-Offered { Get-ChatWebhook -Direction $direction } })
    $report = @(foreach ($one in $errors) {
        Write-Error "$($one.TargetObject): $one" -ErrorAction Continue
        [pscustomobject]@{
            UserName = "$($one.TargetObject)"; Deactivated = $false; SessionsEnded = 0; TokensRevoked = 0; BotsHandedOver = @(); BotsLeft = @()
            Webhooks = @(); Status = 'failed'
        }
    })

    $report += @(foreach ($user in $users) {
        $leaver = [pscustomobject]@{
            UserName = $user.UserName; Deactivated = $false; SessionsEnded = 0; TokensRevoked = 0; BotsHandedOver = @(); BotsLeft = @()
            Webhooks = @($webhooks | Where-Object OwnerId -eq $user.Id | ForEach-Object { "$($_.Direction) $($_.Name ?? $_.Id)" })
            Status = 'done'
        }
        $leaver
        if ($user.Id -in $me.Id, $heir.Id) {
            $why = $user.Id -eq $me.Id ? 'This is the account that the script signs in with.' : 'Who takes over cannot leave.'
            Step $leaver 'Nothing was done' { throw $why }
            continue
        }

        foreach ($bot in $bots | Where-Object OwnerId -eq $user.Id) {
            if (-not $heir) { $leaver.BotsLeft += $bot.UserName }
            else {
                Step $leaver "The bot $($bot.UserName) was not handed over" {
                    if ($bot | Set-ChatBot -Owner $heir -PassThru) { $leaver.BotsHandedOver += $bot.UserName }
                }
                if ($bot.UserName -notin $leaver.BotsHandedOver) { $leaver.BotsLeft += $bot.UserName }
            }
        }
        Step $leaver 'Not all tokens are revoked' {
            foreach ($token in Read-Offered { Get-ChatToken -User $user }) {
                $token | Remove-ChatToken -Force
                if (-not $WhatIfPreference) { $leaver.TokensRevoked++ }
            }
        }
        Step $leaver 'The sessions go on' {
            $open = @(Get-ChatUserSession $user)
            if ($open) {
                Remove-ChatUserSession -User $user -All -Force
                if (-not $WhatIfPreference) { $leaver.SessionsEnded = $open.Count }
            }
        }
        Step $leaver 'The account is still active' {
            if ($user.IsActive) {
                $user | Remove-ChatUser -Force
                $leaver.Deactivated = -not $WhatIfPreference
            }
        }
        $changed = $leaver.Deactivated -or $leaver.SessionsEnded -or $leaver.TokensRevoked -or $leaver.BotsHandedOver
        if ($leaver.Status -eq 'done' -and -not $changed) {
            $leaver.Status = 'unchanged'
        }
    })
}
finally {
    $session | Disconnect-ChatService -WhatIf:$false -Confirm:$false
}
$report
exit ('failed' -in $report.Status ? 1 : 0)

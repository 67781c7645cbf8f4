<#
.SYNOPSIS
Takes new people into a Mattermost server from a CSV file: creates their accounts, takes them into their team and channels, and welcomes them.

.DESCRIPTION
The file has the columns UserName, Email and Team, and may have FirstName, LastName and Channels, several of which are set apart by blanks or
semicolons. Somebody who goes into several teams has a row for each. New accounts get a password that nobody knows and a mail by which people
choose their own.

What is there already stays as it is: running it again with the same file changes nothing more and welcomes nobody twice. A row that fails is an
error that names it and its user; the other rows are done all the same, and the exit code is 1.

.OUTPUTS
An object for each row, which tells what was done for it.

.EXAMPLE
pwsh docs/examples/onboard.ps1 people.csv -CreateTeam -Sandbox

Rehearses against the sandbox.

.EXAMPLE
pwsh docs/examples/onboard.ps1 people.csv -Uri https://chat.example.com -WhatIf

Shows what would be done on the server, with the token that the environment variable MATTERMOST_TOKEN holds: a system administrator's.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # The CSV file.
    [Parameter(Mandatory)]
    [string] $Path,

    # The address of the server.
    [uri] $Uri,

    # Creates teams that are not there.
    [switch] $CreateTeam,

    # Creates channels that are not there, as public ones.
    [switch] $CreateChannel,

    # How a team welcomes those who are new in it; {0} stands for their names. An empty text welcomes nobody.
    [string] $Welcome = 'Welcome to the team, {0}!',

    # The channel of the team in which they are welcomed.
    [string] $WelcomeChannel = 'town-square',

    # The environment variable that holds the token.
    [string] $TokenVariable = 'MATTERMOST_TOKEN',

    # Rehearses against the sandbox.
    [switch] $Sandbox
)
$ErrorActionPreference = 'Stop'

# A row that fails is told of by its number and user, and is left out from then on unless the rest can be done without what failed.
function Write-RowError([object[]] $Row, $Reason, [switch] $GoOn) {
    foreach ($one in $Row) {
        $one.Status = 'failed'
        if (-not $GoOn) { $one.IsOut = $true }
        Write-Error "Row $($one.Row) ($($one.UserName)): $Reason" -ErrorAction Continue
    }
}

# Gives the rows that a command did together, and tells of the others: an error says whom it is about, or is about them all.
function Select-Done([object[]] $Row, $Errors, [switch] $GoOn) {
    $failed = @(foreach ($one in $Errors) {
        $hit = @($Row | Where-Object { "$($one.TargetObject)" -in $_.User.Id, $_.UserName })
        if (-not $hit) { $hit = $Row }
        Write-RowError $hit $one -GoOn:$GoOn
        $hit
    })
    foreach ($one in $Row | Where-Object { $_ -notin $failed }) {
        if ($one.Status -eq 'unchanged') { $one.Status = 'done' }
        $one
    }
}

# What is there; what is not found is no error here, and everything else ends the script.
function Find([scriptblock] $Look) {
    & $Look | ForEach-Object {
        if ($_ -isnot [System.Management.Automation.ErrorRecord]) { $_ }
        elseif ($_.FullyQualifiedErrorId -notlike 'ChatPS.NotFound*') { throw $_ }
    }
}

# Those of the rows that go on and whose user is there, or would be in a rehearsal.
filter Select-Good { if (-not $_.IsOut -and ($_.User -or $WhatIfPreference)) { $_ } }

# As spreadsheets count them: the names of the columns are row 1.
$number = 1
$rows = @(Import-Csv -LiteralPath $Path | ForEach-Object {
    [pscustomobject]@{
        Row = ++$number; UserName = "$($_.UserName)".Trim().ToLowerInvariant(); Team = "$($_.Team)".Trim(); Created = $false; Joined = $false
        Channels = @(); Status = 'unchanged'; IsOut = $false; User = $null; Source = $_
        Wanted = @("$($_.Channels)" -split '[\s;,]+' -ne '')
    }
})
foreach ($row in $rows) {
    $missing = 'UserName', 'Email', 'Team' | Where-Object { -not "$($row.Source.$_)".Trim() }
    if ($missing) { Write-RowError $row "The row has no $($missing -join ' and no ')." }
}

$login = $Sandbox ? @{ Sandbox = $true } : @{ Uri = $Uri; TokenVariable = $TokenVariable }
$session = Connect-ChatService Mattermost @login
try {
    # People: those who are there are looked up together.
    $users = @{}
    $names = @($rows | Where-Object Status -ne failed | Select-Object -ExpandProperty UserName -Unique)
    if ($names) { Find { $names | Get-ChatUser -ErrorAction Continue 2>&1 } | ForEach-Object { $users[$_.UserName] = $_ } }
    foreach ($row in $rows | Where-Object Status -ne failed) {
        try {
            if (-not $users.ContainsKey($row.UserName)) {
                $properties = @{}
                foreach ($name in 'FirstName', 'LastName') { if ($row.Source.$name) { $properties[$name] = $row.Source.$name } }
                $password = ConvertTo-SecureString "Aa1!$([guid]::NewGuid())" -AsPlainText -Force
                $user = New-ChatUser $row.UserName $row.Source.Email.Trim() $password @properties
                $users[$row.UserName] = $user
                if ($user) {
                    $row.Created = $true
                    $row.User = $user
                    $row.Status = 'done'
                }
            }
            elseif ($users[$row.UserName].IsActive -eq $false) {
                throw 'The account is deactivated. Set-ChatUser -Active lets it be used again.'
            }
            $row.User = $users[$row.UserName]
        }
        catch { Write-RowError $row $_ }
    }

    foreach ($group in $rows | Select-Good | Group-Object Team) {
        # The team.
        $name, $those = $group.Name, $group.Group
        try {
            $team = Find { Get-ChatTeam $name -ErrorAction Continue 2>&1 }
            if (-not $team -and -not $CreateTeam) { throw "There is no team '$name'. -CreateTeam creates it." }
            if (-not $team) { $team = New-ChatTeam $name }
            $known = @($those.User | Where-Object Id)
            $there = @(if ($team -and $known) { Find { Get-ChatTeamUser $team $known -ErrorAction Continue 2>&1 } })
        }
        catch {
            Write-RowError $those $_
            continue
        }
        $joining = @($those | Where-Object { -not $_.User -or $_.User.Id -notin $there.UserId } | Sort-Object UserName -Unique)
        if ($joining -and $PSCmdlet.ShouldProcess($name, "Take in $($joining.UserName -join ', ')")) {
            $joining.User | Add-ChatTeamUser -Team $team -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable errors
            Select-Done $joining $errors | ForEach-Object { $_.Joined = $true }
        }

        # Its channels.
        foreach ($channel in $those | Select-Good | ForEach-Object { $_.Wanted } | Sort-Object -Unique) {
            $members = @($those | Select-Good | Where-Object { $_.Wanted -contains $channel })
            try {
                # In the rehearsal of a new team there is none; the two that every team begins with will be there.
                $room = if ($team) { Find { Get-ChatRoom $channel -Team $team -ErrorAction Continue 2>&1 } }
                $comes = $CreateChannel -or (-not $team -and $channel -in 'town-square', 'off-topic')
                if (-not $room -and -not $comes) { throw "There is no channel '$channel' in '$name'. -CreateChannel creates it." }
                if (-not $room -and $team) { $room = New-ChatRoom $channel -Team $team }
                $known = @($members.User | Where-Object Id)
                $there = @(if ($room -and $known) { Find { Get-ChatRoomUser $room $known -ErrorAction Continue 2>&1 } })
            }
            catch {
                Write-RowError $members $_ -GoOn
                continue
            }
            $coming = @($members | Where-Object { -not $_.User -or $_.User.Id -notin $there.UserId })
            if ($coming -and $PSCmdlet.ShouldProcess("$name/$channel", "Take in $($coming.UserName -join ', ')")) {
                $coming.User | Add-ChatRoomUser $room -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable errors
                Select-Done $coming $errors -GoOn | ForEach-Object { $_.Channels += $channel }
            }
        }

        # One welcome for all who are new in the team.
        $new = @($those | Where-Object Joined | ForEach-Object { "@$($_.UserName)" })
        if ($Welcome -and $new) {
            try { Send-ChatMessage $WelcomeChannel ($Welcome -f ($new -join ', ')) -Team $team }
            catch { Write-RowError ($those | Where-Object Joined) "Taken in, but not welcomed in '$WelcomeChannel'. $_" }
        }
    }

    # The mails come last: they call people to what is ready, and one that cannot be sent keeps nobody out.
    foreach ($row in $rows | Where-Object Created) {
        try { $row.User | Send-ChatPasswordReset }
        catch { Write-RowError $row "The account was created, but no mail was sent for its password; Send-ChatPasswordReset sends it. $_" }
    }
}
finally {
    $session | Disconnect-ChatService -WhatIf:$false -Confirm:$false
}
$rows | Select-Object Row, UserName, Team, Created, Joined, Channels, Status
exit ('failed' -in $rows.Status ? 1 : 0)

<#
.SYNOPSIS
Reports who is on a Mattermost server and what they may do: accounts with roles, guests, bots and last activity, personal access tokens, and what
the server noted of logins and changes. As CSV files and as one page of HTML.

.DESCRIPTION
Writes users.csv, tokens.csv, audits.csv and report.html into a folder. On the server nothing changes, and secrets are in none of the files. A
part that the server does not tell is an error that names it; the others are written all the same, and the exit code is 1.

.OUTPUTS
One summary object with the numbers and the files.

.EXAMPLE
pwsh docs/examples/audit-report.ps1 ./report -Sandbox

Rehearses against the sandbox.

.EXAMPLE
pwsh docs/examples/audit-report.ps1 ./report -Uri https://chat.example.com -InactiveDays 60

Reports with the token that the environment variable MATTERMOST_TOKEN holds: a system administrator's.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # The folder of the files, which is created where it is not there.
    [Parameter(Mandatory)]
    [string] $Folder,

    # After how many days without activity an active account is pointed out.
    [ValidateRange(1, 36500)]
    [int] $InactiveDays = 90,

    # How many of the last audits are reported.
    [ValidateRange(1, 1000000)]
    [int] $AuditCount = 1000,

    # The address of the server.
    [uri] $Uri,

    # The environment variable that holds the token.
    [string] $TokenVariable = 'MATTERMOST_TOKEN',

    # Rehearses against the sandbox.
    [switch] $Sandbox
)
$ErrorActionPreference = 'Stop'
$missing = @()

# One part of the report. What cannot be read is told of, and the other parts go on.
function Read-Part([string] $Name, [scriptblock] $Look) {
    try { & $Look }
    catch {
        $script:missing += $Name
        Write-Error "${Name}: $_" -ErrorAction Continue
    }
}

# Times as everybody's spreadsheet reads and sorts them.
function Format-Time([Nullable[datetimeoffset]] $Time) { if ($null -ne $Time) { $Time.UtcDateTime.ToString('u') } }

# People choose their names: in a spreadsheet none of them may become a formula.
filter ConvertTo-PlainRow {
    $row = $_ | Select-Object *
    foreach ($property in $row.PSObject.Properties | Where-Object { $_.Value -is [string] -and $_.Value -match '^[=+\-@\t\r]' }) {
        $property.Value = "'$($property.Value)"
    }
    $row
}

$login = $Sandbox ? @{ Sandbox = $true } : @{ Uri = $Uri; TokenVariable = $TokenVariable }
$session = Connect-ChatService Mattermost @login
try {
    $tokens = @(Read-Part tokens { Get-ChatToken } | Sort-Object UserName, Description)
    $tokensOf = @{}
    foreach ($token in $tokens) { $tokensOf[$token.UserId]++ }

    $accounts = @(Read-Part users { Get-ChatUser })
    # Whoever was never there has no presence, which is no error.
    $seen = @{}
    Read-Part 'last activity' {
        $accounts | Get-ChatUserPresence -ErrorAction SilentlyContinue -ErrorVariable errors
        foreach ($one in $errors) { if ($one.FullyQualifiedErrorId -notlike 'ChatPS.NotFound*') { throw $one } }
    } | ForEach-Object { $seen[$_.UserId] = $_.LastActiveAt }

    $limit = [datetimeoffset]::UtcNow.AddDays(-$InactiveDays)
    $users = @($accounts | Sort-Object UserName | ForEach-Object {
        $active = $_.LastActiveAt ?? $seen[$_.Id]
        [pscustomobject]@{
            UserName     = $_.UserName
            DisplayName  = $_.DisplayName
            Email        = $_.Email
            Kind         = $_.IsBot ? 'bot' : $_.IsGuest ? 'guest' : $_.IsAdmin ? 'administrator' : 'member'
            Roles        = $_.Roles -join ' '
            IsActive     = $_.IsActive
            Tokens       = [int]$tokensOf[$_.Id]
            LastActiveAt = Format-Time $active
            IsIdle       = 'last activity' -notin $missing -and $_.IsActive -and -not $_.IsBot -and ($active ?? $_.CreatedAt) -lt $limit
            CreatedAt    = Format-Time $_.CreatedAt
        }
    })
    $tokens = @($tokens | Select-Object UserName, Description, Status, Id)
    $audits = @(Read-Part audits { Get-ChatAudit -First $AuditCount } |
        Select-Object @{ n = 'CreatedAt'; e = { Format-Time $_.CreatedAt } }, UserName, Action, Detail, IPAddress)
}
finally {
    $session | Disconnect-ChatService -WhatIf:$false -Confirm:$false
}

$null = New-Item $Folder -ItemType Directory -Force
$parts = [ordered]@{ users = $users; tokens = $tokens; audits = $audits }
$files = @(foreach ($name in $parts.Keys) {
    $file = Join-Path $Folder "$name.csv"
    if ($name -in $missing) {
        # That of an earlier report would be taken for this one's.
        if (Test-Path -LiteralPath $file) { Remove-Item -LiteralPath $file }
        continue
    }
    $rows = $parts[$name] | ConvertTo-PlainRow
    if ($rows) { $rows | Export-Csv -LiteralPath $file -Encoding utf8 } else { Set-Content -LiteralPath $file '' -NoNewline }
    $file
})

$page = Join-Path $Folder 'report.html'
$sections = [ordered]@{
    'Administrators'         = $users | Where-Object Kind -eq administrator |
        Select-Object UserName, DisplayName, Email, IsActive, Tokens, LastActiveAt
    'Guests'                 = $users | Where-Object Kind -eq guest | Select-Object UserName, DisplayName, Email, IsActive, LastActiveAt
    "Idle for $InactiveDays days" = $users | Where-Object IsIdle | Select-Object UserName, DisplayName, Email, Roles, LastActiveAt
    'Personal access tokens' = $tokens
    'All accounts'           = $users
    'Audits'                 = $audits
}
$title = "Report on $($session.Uri)"
$body = @(
    "<h1>$title, $([datetime]::UtcNow.ToString('u'))</h1>"
    if ($missing) { "<p>Not told by the server: $($missing -join ', ').</p>" }
    foreach ($section in $sections.Keys) {
        "<h2>$section ($(@($sections[$section]).Count))</h2>"
        if ($sections[$section]) { $sections[$section] | ConvertTo-Html -Fragment }
    }
)
$style = 'body { font-family: sans-serif } table { border-collapse: collapse } td, th { border: 1px solid #ccc; padding: 2px 8px; text-align: left }'
ConvertTo-Html -Head "<meta charset=`"utf-8`"><title>$title</title><style>$style</style>" -Body $body | Set-Content -LiteralPath $page -Encoding utf8

[pscustomobject]@{
    Users          = $users.Count
    Administrators = @($users | Where-Object Kind -eq administrator).Count
    Guests         = @($users | Where-Object Kind -eq guest).Count
    Idle           = @($users | Where-Object IsIdle).Count
    Tokens         = $tokens.Count
    Audits         = $audits.Count
    Missing        = $missing
    Files          = $WhatIfPreference ? @() : @($files) + $page
}
exit ($missing ? 1 : 0)

<#
.SYNOPSIS
Lists users in pwsh, with Get-ChatUser and by hand with Invoke-RestMethod, against the sandbox.
.DESCRIPTION
Shows when the first object comes, how long all of them take, and how much the live heap grows while they stream. Build in
Release first: ./build.ps1.
#>
param([int[]]$Count = @(1000, 10000), [int]$Size = 200)

Import-Module (Join-Path $PSScriptRoot ../../out/ChatPS)

function Measure-Stream([scriptblock]$List) {
    $before = [GC]::GetTotalMemory($true)
    $state = @{ Seen = 0; First = 0.0; Most = 0L; Paused = 0.0 }
    $watch = [Diagnostics.Stopwatch]::StartNew()
    & $List | ForEach-Object {
        if ($state.Seen++ -eq 0) { $state.First = $watch.Elapsed.TotalMilliseconds }
        if ($state.Seen % 1000 -eq 0) {
            $began = $watch.Elapsed.TotalMilliseconds
            $state.Most = [Math]::Max($state.Most, [GC]::GetTotalMemory($true) - $before)
            $state.Paused += $watch.Elapsed.TotalMilliseconds - $began
        }
    }
    [pscustomobject]@{
        Objects = $state.Seen
        FirstMs = [Math]::Round($state.First)
        AllMs   = [Math]::Round($watch.Elapsed.TotalMilliseconds - $state.Paused)
        HeapKB  = [Math]::Round($state.Most / 1KB)
    }
}

foreach ($users in $Count) {
    $sandbox = Start-ChatSandbox Mattermost -Size Small -UserCount $users
    $null = Connect-ChatService Mattermost $sandbox.Uri -Token $sandbox.AdminToken
    $byHand = {
        for ($page = 0; ; $page++) {
            $items = Invoke-RestMethod "$($sandbox.Uri)api/v4/users?page=$page&per_page=$Size" -Authentication Bearer -Token $sandbox.AdminToken -AllowUnencryptedAuthentication
            if (-not $items) { break }
            $items
        }
    }
    $cmdlet = { Get-ChatUser }
    # Once before, so that compilation is not what is measured.
    $null = Measure-Stream $byHand
    $null = Measure-Stream $cmdlet
    Measure-Stream $byHand | Select-Object @{ n = 'Way'; e = { 'Invoke-RestMethod' } }, *
    Measure-Stream $cmdlet | Select-Object @{ n = 'Way'; e = { 'Get-ChatUser' } }, *
    Disconnect-ChatService
    Stop-ChatSandbox
}

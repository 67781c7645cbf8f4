#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-Module $Manifest -Force
    $sandbox = Start-ChatSandbox Heroku -RateLimit Off
    $session = Connect-ChatService Heroku $sandbox.Uri -Token $sandbox.AdminToken -Name apps
}

AfterAll {
    Get-ChatSession | Disconnect-ChatService
    $sandbox | Stop-ChatSandbox
}

Describe 'Apps in a pipeline' {
    It 'end the maintenance of a team' {
        'night-shift', 'day-shift' | New-ChatApp -Team ops | Set-ChatApp -Maintenance
        $names = (Get-ChatApp -Team ops | Where-Object Maintenance).Name
        $names | Should -Contain 'night-shift'
        $ended = Get-ChatApp -Team ops | Where-Object Maintenance | Set-ChatApp -Maintenance:$false -PassThru
        $ended.Name | Should -Be $names
        $ended.Maintenance | Should -Not -Contain $true
        Get-ChatApp -Team ops | Where-Object Maintenance | Should -BeNullOrEmpty
    }

    It 'take their domains from a CSV file, and a bad row leaves the others done' {
        $file = Join-Path $TestDrive domains.csv
        Set-Content $file "App,Hostname`nnight-shift,www.example.com`nno-such-app,shop.example.com`nday-shift,api.example.com"
        $added = Import-Csv $file | New-ChatAppDomain -ErrorAction SilentlyContinue -ErrorVariable failed
        $added.Hostname | Should -Be 'www.example.com', 'api.example.com'
        $failed.FullyQualifiedErrorId | Should -BeLike 'ChatPS.NotFound*'
        (Get-ChatApp night-shift | Get-ChatAppDomain -Domain www*).AppName | Should -Be 'night-shift'
    }

    It 'ask for no more than Select-Object takes' {
        $before = $session.Statistics.Requests
        @(Get-ChatApp | Select-Object -First 3).Count | Should -Be 3
        $session.Statistics.Requests - $before | Should -Be 1
    }

    It 'are sorted by the server as Sort-Object would' {
        $names = (Get-ChatApp -SortBy name).Name
        [string[]] $sorted = $names
        [array]::Sort($sorted, [StringComparer]::Ordinal)
        $names | Should -Be $sorted
    }

    It 'show their logs as they come until there are enough' {
        $null = New-ChatApp talkative
        $lines = Get-ChatLog talkative -Wait -First 2
        $lines.Count | Should -Be 2
        $lines[0].Timestamp | Should -BeOfType ([DateTimeOffset])
    }

    It 'have tables of a screen''s width' {
        $table = Get-ChatApp -First 3 | Out-String -Width 120
        $table | Should -Match 'Name\s+Team\s+Owner\s+Region\s+Stack\s+Maintenance'
        $table.Split("`n").Trim("`r").Length | ForEach-Object { $_ | Should -BeLessOrEqual 120 }
    }
}

#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-Module $Manifest -Force
    $sandboxes = Start-ChatSandbox -Size Small -RateLimit Off
    $mattermost = $sandboxes | Where-Object Platform -EQ Mattermost
}

AfterAll {
    $sandboxes | Stop-ChatSandbox
}

Describe 'Connect-ChatService' {
    AfterEach {
        Get-ChatSession | Disconnect-ChatService
    }

    It 'opens a session on every platform of the sandbox' {
        $sessions = Connect-ChatService -Sandbox
        $sessions.Platform | Should -Be $sandboxes.Platform
        $sessions | ForEach-Object { Test-ChatService -Session $_ | Should -BeTrue }
    }

    It 'signs in with a name and a password, and out again' {
        $session = Connect-ChatService Mattermost $mattermost.Uri -Credential $mattermost.AdminCredential
        $session.UserName | Should -Be $mattermost.AdminCredential.UserName
        Test-ChatService | Should -BeTrue
        $session | Disconnect-ChatService
        $session.IsConnected | Should -BeFalse
        Get-ChatSession | Should -BeNullOrEmpty
    }

    It 'refuses a wrong password with what to do about it' {
        $wrong = [pscredential]::new($mattermost.AdminCredential.UserName, (ConvertTo-SecureString 'wrong' -AsPlainText))
        $failure = { Connect-ChatService Mattermost $mattermost.Uri -Credential $wrong } | Should -Throw -ErrorId 'ChatPS.Unauthorized*' -PassThru
        $failure.CategoryInfo.Category | Should -Be 'AuthenticationError'
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'takes the token from an environment variable' {
        $env:CHATPS_TEST_TOKEN = ConvertFrom-SecureString $mattermost.MemberToken -AsPlainText
        try {
            $session = Connect-ChatService Mattermost $mattermost.Uri -TokenVariable CHATPS_TEST_TOKEN
            $session.UserName | Should -Be $mattermost.MemberCredential.UserName
        }
        finally {
            $env:CHATPS_TEST_TOKEN = $null
        }
        { Connect-ChatService Mattermost $mattermost.Uri -TokenVariable CHATPS_TEST_TOKEN -ErrorAction Stop } |
            Should -Throw -ErrorId 'ChatPS.InvalidRequest*'
    }

    It 'keeps several sessions, finds them by name, and changes the default' {
        $admin = Connect-ChatService Mattermost $mattermost.Uri -Token $mattermost.AdminToken -Name admin
        $null = Connect-ChatService Mattermost $mattermost.Uri -Token $mattermost.MemberToken -Name member
        (Get-ChatSession).Name | Should -Be 'admin', 'member'
        (Get-ChatSession -Default).Name | Should -Be 'member'
        Set-ChatSession admin -Default
        (Get-ChatSession -Default).Name | Should -Be 'admin'
        (Get-ChatRoom -First 1 -Session member).Session.Name | Should -Be 'member'
        (Get-ChatRoom -First 1 -Session $admin).Session.Name | Should -Be 'admin'
    }

    It 'changes a session only when it is not asked what would happen' {
        $session = Connect-ChatService Mattermost -Sandbox
        Set-ChatSession -Timeout 5 -WhatIf
        $session.Timeout.TotalSeconds | Should -Be 100
        Set-ChatSession -Timeout 5
        $session.Timeout.TotalSeconds | Should -Be 5
        (Get-ChatSandbox).Count | Should -Be $sandboxes.Count
        Stop-ChatSandbox -WhatIf
        (Get-ChatSandbox).Count | Should -Be $sandboxes.Count
    }

    It 'never asks in a shell that cannot answer' {
        foreach ($command in 'Connect-ChatService Mattermost http://127.0.0.1:1', 'Connect-ChatService', 'Get-ChatRoom') {
            $run = Start-NewShell "`$ErrorActionPreference = 'Stop'; Import-Module `$env:CHATPS_MANIFEST; $command"
            $run.ExitCode | Should -Be 1 -Because $command
            $run.Error | Should -Match 'NonInteractive|mandatory|Connect first' -Because $command
        }
    }
}

Describe 'Secrets' {
    It 'are in no transcript, no stream and no error' {
        $lines = Invoke-NewShell @'
            Import-Module $env:CHATPS_MANIFEST
            $ErrorActionPreference = $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
            $transcript = Join-Path $env:CHATPS_FOLDER transcript.txt
            $null = Start-Transcript $transcript -IncludeInvocationHeader
            $sandbox = Start-ChatSandbox Mattermost -Size Small 4>&1 5>&1 | Where-Object { $_.PSObject.TypeNames -contains 'ChatPS.ChatSandbox' }
            $env:CHATPS_CANARY = ConvertFrom-SecureString $sandbox.MemberToken -AsPlainText 4>$null
            $all = & {
                Connect-ChatService Mattermost $sandbox.Uri -Credential $sandbox.AdminCredential | Format-List *
                Connect-ChatService Mattermost $sandbox.Uri -Token $sandbox.AdminToken | Format-List *
                Connect-ChatService Mattermost $sandbox.Uri -TokenVariable CHATPS_CANARY | Format-List *
                try { Connect-ChatService Mattermost $sandbox.Uri -Credential ([pscredential]::new('nobody', $sandbox.AdminCredential.Password)) } catch { $_ | Format-List * -Force }
                Get-ChatRoom -First 1 | Format-List * -Force
                Get-ChatRoom no-such-room -Team no-such-team -ErrorAction SilentlyContinue
                Get-ChatSession | ConvertTo-Json -Depth 5 -WarningAction SilentlyContinue
                $sandbox | Format-List *
                $Error | ForEach-Object { $_ | Format-List * -Force; $_.Exception.ToString() }
            } *>&1 | Out-String -Width 500
            $all
            $null = Stop-Transcript
            $text = $all + (Get-Content $transcript -Raw)
            $secrets = @($sandbox.AdminToken, $sandbox.MemberToken, $sandbox.AdminCredential.Password) | ForEach-Object { ConvertFrom-SecureString $_ -AsPlainText }
            $VerbosePreference = $DebugPreference = 'SilentlyContinue'
            [IO.File]::WriteAllText((Join-Path $env:CHATPS_FOLDER found.txt), @($secrets | Where-Object { $text.Contains($_) }).Count)
            'searched ' + ($text.Length -gt 5000 -and $text.Contains('GET ')) + ', found ' + (Get-Content (Join-Path $env:CHATPS_FOLDER found.txt))
'@
        $lines[-1] | Should -Be 'searched True, found 0'
    }
}

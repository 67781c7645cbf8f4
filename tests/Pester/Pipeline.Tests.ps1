#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-Module $Manifest -Force
    $sandbox = Start-ChatSandbox Mattermost -RateLimit Off
    $session = Connect-ChatService Mattermost $sandbox.Uri -Token $sandbox.AdminToken -Name pipeline
}

AfterAll {
    $sandbox.Faults.Clear()
    Get-ChatSession | Disconnect-ChatService
    $sandbox | Stop-ChatSandbox
}

Describe 'A pipeline' {
    It 'that wants one room makes one request' {
        # 300 rooms are more than a page.
        $before = $session.Statistics.Requests
        @(Get-ChatRoom | Select-Object -First 1).Count | Should -Be 1
        $session.Statistics.Requests - $before | Should -Be 1
    }

    It 'gets every page when nobody stops it' {
        $rooms = Get-ChatRoom
        $rooms.Count | Should -BeGreaterThan 200
        ($rooms.Id | Select-Object -Unique).Count | Should -Be $rooms.Count
    }

    It 'pages with -First and -Skip' {
        $all = Get-ChatRoom
        (Get-ChatRoom -First 5 -Skip 3).Id | Should -Be $all[3..7].Id
    }

    It 'hands a session to ForEach-Object -Parallel' {
        $team = (Get-ChatRoom -First 1).TeamId
        $names = (Get-ChatRoom -Team $team -First 6).Name
        $found = $names | ForEach-Object -ThrottleLimit 3 -Parallel {
            Import-Module $using:Manifest
            Get-ChatRoom $_ -Team $using:team -Session $using:session
        }
        $found.Name | Sort-Object | Should -Be ($names | Sort-Object)
    }

    It 'takes its session along into ForEach-Object -Parallel with the object' {
        $found = Get-ChatRoom -First 4 | ForEach-Object -ThrottleLimit 2 -Parallel {
            Import-Module $using:Manifest
            $_ | Get-ChatRoom
        }
        $found.Count | Should -Be 4
        $found.Session.Name | Select-Object -Unique | Should -Be 'pipeline'
    }

    It 'is with the object and in no file, report or JSON of it' {
        $room = Get-ChatRoom -First 1
        $room.Session.Name | Should -Be 'pipeline'
        $room | ConvertTo-Json -WarningVariable cut -WarningAction SilentlyContinue | ConvertFrom-Json | Get-Member -Name Session | Should -BeNullOrEmpty
        $cut | Should -BeNullOrEmpty
        $room | ConvertTo-Csv | ConvertFrom-Csv | Get-Member -Name Session | Should -BeNullOrEmpty
        $room | Select-Object * | Get-Member -Name Session | Should -BeNullOrEmpty
    }

    It 'works in a thread job' -Skip:(-not (Get-Command Start-ThreadJob -ErrorAction Ignore)) {
        $rooms = Start-ThreadJob { Import-Module $using:Manifest; Get-ChatRoom -First 2 -Session $using:session } | Receive-Job -Wait -AutoRemoveJob
        $rooms.Count | Should -Be 2
    }

    It 'works in a job of another process, which has its own session' {
        $env:CHATPS_TEST_TOKEN = ConvertFrom-SecureString $sandbox.AdminToken -AsPlainText
        try {
            $rooms = Start-Job {
                Import-Module $using:Manifest
                $null = Connect-ChatService Mattermost $using:sandbox.Uri -TokenVariable CHATPS_TEST_TOKEN
                Get-ChatRoom -First 2
            } | Receive-Job -Wait -AutoRemoveJob
        }
        finally {
            $env:CHATPS_TEST_TOKEN = $null
        }
        $rooms.Count | Should -Be 2
        $rooms[0].Name | Should -Not -BeNullOrEmpty
    }
}

Describe 'Errors' {
    BeforeAll {
        $team = (Get-ChatRoom -First 1).TeamId
    }

    It 'go to $Error and leave the rest to go on' {
        $Error.Clear()
        $rooms = 'town-square', 'no-such-room', 'off-topic' | Get-ChatRoom -Team $team -ErrorAction SilentlyContinue -ErrorVariable failures
        $rooms.Name | Should -Be 'town-square', 'off-topic'
        $failures.Count | Should -Be 1
        $Error[0].FullyQualifiedErrorId | Should -BeLike 'ChatPS.NotFound*'
        $Error[0].TargetObject | Should -Be 'no-such-room'
    }

    It 'are ignored without a trace with -ErrorAction Ignore' {
        $Error.Clear()
        Get-ChatRoom no-such-room -Team $team -ErrorAction Ignore | Should -BeNullOrEmpty
        $Error.Count | Should -Be 0
    }

    It 'terminate with -ErrorAction Stop' {
        { Get-ChatRoom no-such-room -Team $team -ErrorAction Stop } | Should -Throw -ErrorId 'ChatPS.NotFound*'
    }

    It 'are caught by their type' {
        $caught = try { Get-ChatRoom no-such-room -Team $team -ErrorAction Stop } catch [ChatPS.ChatException] { $_.Exception }
        $caught.Reason | Should -Be 'NotFound'
        $caught.StatusCode | Should -Be 404
    }
}

Describe 'A script without anybody at the keyboard' {
    It 'ends with 0 when all went well' {
        $run = Start-NewShell @'
            $ErrorActionPreference = 'Stop'
            Import-Module $env:CHATPS_MANIFEST
            $null = Connect-ChatService Mattermost -Sandbox
            "$(@(Get-ChatRoom -First 3).Count) rooms"
'@
        $run.Error | Should -BeNullOrEmpty
        $run.Output | Should -Be '3 rooms'
        $run.ExitCode | Should -Be 0
    }

    It 'ends with 1 when a call failed, and says why' {
        $run = Start-NewShell @'
            $ErrorActionPreference = 'Stop'
            Import-Module $env:CHATPS_MANIFEST
            $null = Connect-ChatService Mattermost -Sandbox
            Get-ChatRoom no-such-room -Team northwind
            'not reached'
'@
        $run.ExitCode | Should -Be 1
        $run.Output -join '' | Should -Not -Match 'not reached'
        $run.Error | Should -Match 'no-such-room|northwind'
    }

    It 'would rather fail than wait for a confirmation' {
        $run = Start-NewShell @'
            $ErrorActionPreference = 'Stop'
            Import-Module $env:CHATPS_MANIFEST
            $null = Connect-ChatService Mattermost -Sandbox
            Get-ChatRoom -First 1 | Remove-ChatRoom
'@
        $run.ExitCode | Should -Be 1
        $run.Error | Should -Match '-Force, or -Confirm:\$false'
    }
}

Describe 'Stopping' {
    It 'ends a stalled answer at once' {
        $sandbox.Faults.StallNext(1)
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript('param($Manifest, $Session) Import-Module $Manifest; Get-ChatRoom -Session $Session').AddArgument($Manifest).AddArgument($session)
            $before = $session.Statistics.Requests
            $running = $shell.BeginInvoke()
            for ($i = 0; $i -lt 100 -and $session.Statistics.Requests -eq $before; $i++) { Start-Sleep -Milliseconds 100 }
            # The answer's first half is there by then, and the rest will never be.
            Start-Sleep -Milliseconds 500
            $running.IsCompleted | Should -BeFalse

            $watch = [Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            $elapsed = $watch.Elapsed
            Write-Host ('    stopped after {0:0} ms' -f $elapsed.TotalMilliseconds)
            $shell.InvocationStateInfo.State | Should -Be 'Stopped'
            # Half a second is the aim, on a machine that has nothing else to do.
            $elapsed | Should -BeLessThan ([timespan]::FromSeconds(5))
        }
        finally {
            $shell.Dispose()
        }
        @(Get-ChatRoom -First 1).Count | Should -Be 1
    }
}

#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }

# The scripts of docs/examples for administrators of Mattermost, rehearsed against the sandbox.

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-Module $Manifest -Force
    $examples = Join-Path $PSScriptRoot '../../docs/examples' -Resolve

    # Tells one kind of request from the others; the sandbox asks from threads of its own, where no script block runs.
    Add-Type @'
        public static class DeletedChannel { public static bool Is(string method, string path) => method == "DELETE" && path.Contains("/channels/"); }
        public static class PasswordMail { public static bool Is(string method, string path) => path.EndsWith("/password/reset/send"); }
        public static class AuditRequest { public static bool Is(string method, string path) => path.EndsWith("/audits"); }
'@

    # Runs one of them and tells how it went.
    function Invoke-Example([string] $Name, [hashtable] $With) {
        $output = @(& (Join-Path $examples $Name) @With -Sandbox -ErrorVariable told 2>&1 6>$null)
        [pscustomobject]@{
            ExitCode = $LASTEXITCODE
            Output   = @($output | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] })
            Error    = @($output | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | ForEach-Object ToString)
        }
    }
}

Describe 'The example' {
    BeforeEach {
        $sandbox = Start-ChatSandbox Mattermost -Size Small -RateLimit Off
        $session = Connect-ChatService Mattermost $sandbox.Uri -Token $sandbox.AdminToken -Name examples
    }

    AfterEach {
        $sandbox.Faults.Clear()
        Get-ChatSession | Disconnect-ChatService
        $sandbox | Stop-ChatSandbox
    }

    Context 'onboard.ps1' {
        BeforeAll {
            $people = Join-Path $TestDrive people.csv
            Set-Content $people @'
UserName,Email,FirstName,LastName,Team,Channels
Nora.New,nora.new@example.com,Nora,New,northwind-harbor,backend; design
felix.farouk,felix.farouk@example.com,,,harbor-south,off-topic
nora.new,nora.new@example.com,,,harbor-south,
'@
            $bad = Join-Path $TestDrive bad.csv
            Set-Content $bad @'
UserName,Email,Team,Channels
nils.new,not-an-address,northwind-harbor,backend
nina.new,nina.new@example.com,northwind-harbor,a-channel-not-there backend
,nobody@example.com,northwind-harbor,
oldbot,oldbot@localhost,northwind-harbor,
neil.new,neil.new@example.com,no-such-team,
nele.new,nele.new@example.com,northwind-harbor,backend
'@
        }

        It 'creates accounts, takes them into teams and channels, and welcomes them' {
            $run = Invoke-Example onboard.ps1 @{ Path = $people; CreateTeam = $true }
            $run.Error | Should -BeNullOrEmpty
            $run.ExitCode | Should -Be 0
            $run.Output.Row | Should -Be 2, 3, 4
            $run.Output.Created | Should -Be $true, $false, $false
            $run.Output.Joined | Should -Be $true, $true, $true

            (Get-ChatUser nora.new -Session $session).FirstName | Should -Be Nora
            foreach ($room in 'northwind-harbor/backend', 'northwind-harbor/design', 'harbor-south/off-topic') {
                Get-ChatRoomUser $room -User nora.new -Session $session | Should -Not -BeNullOrEmpty
            }
            (Get-ChatTeamUser harbor-south felix.farouk -Session $session).UserName | Should -Be felix.farouk
            (Get-ChatMessage northwind-harbor/town-square -First 1 -Session $session).Text | Should -Be 'Welcome to the team, @nora.new!'
            $said = (Get-ChatMessage harbor-south/town-square -First 10 -Session $session).Text
            $said | Should -Contain 'Welcome to the team, @felix.farouk, @nora.new!'
        }

        It 'changes nothing more the second time' {
            $null = Invoke-Example onboard.ps1 @{ Path = $people; CreateTeam = $true }
            $before = (Get-ChatMessage harbor-south/town-square -Session $session).Id
            $run = Invoke-Example onboard.ps1 @{ Path = $people; CreateTeam = $true }
            $run.Error | Should -BeNullOrEmpty
            $run.ExitCode | Should -Be 0
            $run.Output.Status | Should -Be unchanged, unchanged, unchanged
            (Get-ChatMessage harbor-south/town-square -Session $session).Id | Should -Be $before
        }

        It 'rehearses with -WhatIf and leaves everything as it is' {
            $run = Invoke-Example onboard.ps1 @{ Path = $people; CreateTeam = $true; WhatIf = $true }
            $run.Error | Should -BeNullOrEmpty
            $run.ExitCode | Should -Be 0
            Get-ChatUser nora.new -Session $session -ErrorAction Ignore | Should -BeNullOrEmpty
            Get-ChatTeam harbor-south -Session $session -ErrorAction Ignore | Should -BeNullOrEmpty
        }

        It 'names the rows that fail, and does the others' {
            $run = Invoke-Example onboard.ps1 @{ Path = $bad }
            $run.ExitCode | Should -Be 1
            $run.Error.Count | Should -Be 5
            $run.Error | Should -BeLike 'Row ? (*): *'
            ($run.Error | Sort-Object)[0] | Should -BeLike 'Row 2 (nils.new): *email*'
            ($run.Error | Sort-Object)[1] | Should -BeLike "Row 3 (nina.new): There is no channel 'a-channel-not-there' in 'northwind-harbor'.*"
            ($run.Error | Sort-Object)[2] | Should -Be 'Row 4 (): The row has no UserName.'
            ($run.Error | Sort-Object)[3] | Should -BeLike 'Row 5 (oldbot): The account is deactivated.*'
            ($run.Error | Sort-Object)[4] | Should -BeLike "Row 6 (neil.new): There is no team 'no-such-team'.*"
            $run.Output.Status | Should -Be failed, failed, failed, failed, failed, done
            @(Get-ChatRoomUser northwind-harbor/backend -User nele.new, nina.new -Session $session).Count | Should -Be 2
        }

        It 'keeps nobody out whose mail could not be sent' {
            $sandbox.Faults.AppliesTo = [Delegate]::CreateDelegate([Func[string, string, bool]], [PasswordMail].GetMethod('Is'))
            $sandbox.Faults.FailNext(1, 403)
            $run = Invoke-Example onboard.ps1 @{ Path = $people; CreateTeam = $true }
            $run.ExitCode | Should -Be 1
            $run.Error | Should -BeLike 'Row 2 (nora.new): The account was created, but no mail was sent *'
            Get-ChatRoomUser northwind-harbor/backend -User nora.new -Session $session | Should -Not -BeNullOrEmpty
        }

        It 'ends with its exit code as a process too' {
            $env:CHATPS_EXAMPLE, $env:CHATPS_PEOPLE = (Join-Path $examples onboard.ps1), $bad
            try { $run = Start-NewShell 'Import-Module $env:CHATPS_MANIFEST; & $env:CHATPS_EXAMPLE $env:CHATPS_PEOPLE -Sandbox; exit $LASTEXITCODE' }
            finally { $env:CHATPS_EXAMPLE = $env:CHATPS_PEOPLE = $null }
            $run.ExitCode | Should -Be 1
            $run.Error | Should -Match 'nils\.new'
        }
    }

    Context 'offboard.ps1' {
        BeforeEach {
            Set-ChatBot deploybot -Owner member
        }

        It 'hands over bots, revokes tokens, ends sessions and deactivates accounts' {
            $file = Join-Path $TestDrive leavers.csv
            Set-Content $file "UserName`nmember`nfelix.farouk`n"
            $run = Invoke-Example offboard.ps1 @{ Path = $file; HandOverTo = 'oona.ortega' }
            $run.Error | Should -BeNullOrEmpty
            $run.ExitCode | Should -Be 0
            $run.Output.Deactivated | Should -Be $true, $true
            $member = $run.Output | Where-Object UserName -eq member
            $member.BotsHandedOver | Should -Be deploybot
            $member.TokensRevoked | Should -Be 1

            (Get-ChatUser member, felix.farouk -Session $session).IsActive | Should -Be $false, $false
            Get-ChatToken -User member -Session $session | Should -BeNullOrEmpty
            Get-ChatUserSession member -Session $session | Should -BeNullOrEmpty
            (Get-ChatBot deploybot -Session $session).Owner | Should -Be oona.ortega
            { Connect-ChatService Mattermost $sandbox.Uri -Token $sandbox.MemberToken -ErrorAction Stop } | Should -Throw

            $again = Invoke-Example offboard.ps1 @{ Path = $file; HandOverTo = 'oona.ortega' }
            $again.ExitCode | Should -Be 0
            $again.Output.Status | Should -Be unchanged, unchanged
        }

        It 'reports bots and webhooks that are left' {
            # Members make webhooks where a role permits it.
            Set-ChatUser member -AddRole system_admin
            $mine = Connect-ChatService Mattermost $sandbox.Uri -Token $sandbox.MemberToken -NoDefault
            $null = Get-ChatRoom northwind-harbor/backend -Session $mine | New-ChatWebhook -Direction Incoming -Name mine
            $run = Invoke-Example offboard.ps1 @{ UserName = 'member' }
            $run.ExitCode | Should -Be 0
            $run.Output.BotsLeft | Should -Be deploybot
            $run.Output.Webhooks | Should -Be 'incoming mine'
        }

        It 'rehearses with -WhatIf and leaves everything as it is' {
            $run = Invoke-Example offboard.ps1 @{ UserName = 'member'; HandOverTo = 'oona.ortega'; WhatIf = $true }
            $run.Error | Should -BeNullOrEmpty
            $run.Output.Deactivated | Should -BeFalse
            (Get-ChatUser member -Session $session).IsActive | Should -BeTrue
            @(Get-ChatToken -User member -Session $session).Count | Should -Be 1
            (Get-ChatBot deploybot -Session $session).Owner | Should -Be member
        }

        It 'names who could not be taken off, and does the others' {
            $run = Invoke-Example offboard.ps1 @{ UserName = 'nobody.here', 'sysadmin,felix.farouk' }
            $run.ExitCode | Should -Be 1
            $run.Error | Should -BeLike '*:*'
            $run.Error[0] | Should -BeLike "nobody.here: There is no user 'nobody.here'*"
            $run.Error[1] | Should -BeLike 'sysadmin: Nothing was done: *'
            (Get-ChatUser sysadmin, felix.farouk -Session $session | Sort-Object UserName).IsActive | Should -Be $false, $true
        }
    }

    Context 'archive-inactive.ps1' {
        It 'archives what is old, and keeps what is named' {
            $run = Invoke-Example archive-inactive.ps1 @{ Days = 30; Keep = 'data,northwind-harbor/de*' }
            $run.Error | Should -BeNullOrEmpty
            $run.ExitCode | Should -Be 0
            $run.Output.Archived | Should -Contain northwind-harbor/builds
            $run.Output.Kept | Should -Be northwind-harbor/design
            $left = Get-ChatRoom -Session $session
            $left.Name | Should -Contain town-square
            $left.Name | Should -Contain design
            $left.Name | Should -Not -Contain builds
            $left | Where-Object { $_.LastActivityAt -and $_.LastActivityAt -lt (Get-Date).AddDays(-30) } |
                Where-Object Name -notin design, town-square, off-topic | Should -BeNullOrEmpty
            (Invoke-Example archive-inactive.ps1 @{ Days = 30; Keep = 'design' }).Output.Archived | Should -BeNullOrEmpty
        }

        It 'rehearses with -WhatIf and leaves everything as it is' {
            $before = @(Get-ChatRoom -Session $session).Count
            $run = Invoke-Example archive-inactive.ps1 @{ Days = 30; WhatIf = $true }
            $run.Output.Archived | Should -BeNullOrEmpty
            $run.Output.WouldArchive | Should -Contain northwind-harbor/builds
            @(Get-ChatRoom -Session $session).Count | Should -Be $before
        }

        It 'names the channel that could not be archived, and does the others' {
            $would = (Invoke-Example archive-inactive.ps1 @{ Days = 30; WhatIf = $true }).Output.WouldArchive
            $sandbox.Faults.AppliesTo = [Delegate]::CreateDelegate([Func[string, string, bool]], [DeletedChannel].GetMethod('Is'))
            $sandbox.Faults.FailNext(1, 403)
            $run = Invoke-Example archive-inactive.ps1 @{ Days = 30; ThrottleLimit = 1 }
            $run.ExitCode | Should -Be 1
            $run.Output.Failed | Should -HaveCount 1
            $run.Error | Should -BeLike "Channel $($run.Output.Failed): *"
            $run.Output.Archived.Count | Should -Be ($would.Count - 1)
        }
    }

    Context 'audit-report.ps1' {
        BeforeEach {
            $folder = Join-Path $TestDrive ([guid]::NewGuid())
        }

        It 'writes users, tokens and audits as CSV and as a page' {
            $null = Set-ChatUser felix.farouk -FirstName '=HYPERLINK("x")' -LastName '<b>'
            $run = Invoke-Example audit-report.ps1 @{ Folder = $folder; InactiveDays = 30 }
            $run.Error | Should -BeNullOrEmpty
            $run.ExitCode | Should -Be 0

            $users = Import-Csv (Join-Path $folder users.csv)
            $users.Count | Should -Be @(Get-ChatUser -Session $session).Count
            $users.Count | Should -Be $run.Output.Users
            ($users | Where-Object Kind -eq administrator).UserName | Should -Be sysadmin
            ($users | Where-Object UserName -eq sysadmin).Tokens | Should -Be 1
            ($users | Where-Object UserName -eq oldbot).IsActive | Should -Be False
            ($users | Where-Object UserName -eq amara.ramos).LastActiveAt | Should -Match '^\d{4}-\d\d-\d\d '
            ($users | Where-Object UserName -eq felix.farouk).DisplayName | Should -BeLike "'=HYPERLINK*"
            @(Import-Csv (Join-Path $folder tokens.csv)).UserName | Should -Contain member
            (Import-Csv (Join-Path $folder audits.csv))[0].Action | Should -Not -BeNullOrEmpty

            $page = Get-Content (Join-Path $folder report.html) -Raw
            $page | Should -Match '<h2>Administrators \(1\)</h2>'
            $page | Should -Match '=HYPERLINK\(.+\) &lt;b&gt;'
            $page | Should -Not -Match ([regex]::Escape((ConvertFrom-SecureString $sandbox.AdminToken -AsPlainText)))
            $run.Output.Files | ForEach-Object { $_ | Should -Exist }
        }

        It 'writes nothing with -WhatIf' {
            $run = Invoke-Example audit-report.ps1 @{ Folder = $folder; WhatIf = $true }
            $run.ExitCode | Should -Be 0
            $folder | Should -Not -Exist
        }

        It 'names the part that the server does not tell, and writes the others' {
            $sandbox.Faults.AppliesTo = [Delegate]::CreateDelegate([Func[string, string, bool]], [AuditRequest].GetMethod('Is'))
            $sandbox.Faults.FailNext(1, 403)
            $run = Invoke-Example audit-report.ps1 @{ Folder = $folder }
            $run.ExitCode | Should -Be 1
            $run.Error | Should -BeLike 'audits: *'
            $run.Output.Missing | Should -Be audits
            Join-Path $folder audits.csv | Should -Not -Exist
            Join-Path $folder users.csv | Should -Exist
        }
    }
}

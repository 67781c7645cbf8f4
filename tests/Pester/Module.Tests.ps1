#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-Module $Manifest -Force
}

AfterAll {
    Stop-ChatSandbox
    Get-ChatSession | Disconnect-ChatService
}

Describe 'The module' {
    It 'has a valid manifest' {
        $module = Test-ModuleManifest $Manifest
        $module.Name | Should -Be 'ChatPS'
        $module.PowerShellVersion | Should -Be '7.4'
        $module.CompatiblePSEditions | Should -Be 'Core'
        $module.ExportedCommands.Count | Should -BeGreaterThan 0
    }

    It 'exports every cmdlet of the manifest and nothing else' {
        $wanted = (Import-PowerShellDataFile $Manifest).CmdletsToExport | Sort-Object
        $module = Get-Module ChatPS
        $module.ExportedCmdlets.Keys | Sort-Object | Should -Be $wanted
        $module.ExportedFunctions.Count + $module.ExportedAliases.Count + $module.ExportedVariables.Count | Should -Be 0
    }

    It 'has approved verbs only' {
        $approved = (Get-Verb).Verb
        Get-Command -Module ChatPS | Where-Object Verb -NotIn $approved | Should -BeNullOrEmpty
    }

    It 'resolves its types in scripts' {
        [ChatPS.ChatRoom].Assembly.GetName().Name | Should -Be 'ChatPS.Model'
        [ChatPS.ChatException].IsSubclassOf([Exception]) | Should -BeTrue
    }

    It 'imports twice with -Force and leaves when removed' {
        $lines = Invoke-NewShell @'
            Import-Module $env:CHATPS_MANIFEST -Force
            Import-Module $env:CHATPS_MANIFEST -Force
            $null = Connect-ChatService Mattermost -Sandbox
            (Get-ChatRoom -First 1).GetType().FullName
            Remove-Module ChatPS
            @(Get-Command -Module ChatPS).Count
            Import-Module $env:CHATPS_MANIFEST
            @(Get-ChatSandbox).Count
'@
        $lines | Should -Be 'ChatPS.ChatRoom', '0', '1'
    }

    It 'is found by name through PSModulePath' {
        $lines = Invoke-NewShell @'
            $env:PSModulePath = (Split-Path (Split-Path $env:CHATPS_MANIFEST)) + [IO.Path]::PathSeparator + $env:PSModulePath
            Get-ChatSandbox
            (Get-Module ChatPS).Path
'@
        $lines | Should -BeLike '*ChatPS.dll'
    }

    It 'works beside a foreign RestSharp' {
        # The build makes it for the xunit tests: the name of a library of ours, and nothing else of it.
        $foreign = Get-ChildItem (Join-Path $PSScriptRoot ../ForeignRestSharp/bin) -Recurse -Filter RestSharp.dll -ErrorAction Ignore | Select-Object -First 1
        if (-not $foreign) { Set-ItResult -Skipped -Because 'tests/ForeignRestSharp is not built' }
        $lines = Invoke-NewShell ("Add-Type -Path '$($foreign.FullName)'`n" + @'
            Import-Module $env:CHATPS_MANIFEST
            $null = Connect-ChatService Mattermost -Sandbox
            (Get-ChatRoom town-square -Team (Get-ChatRoom -First 1).TeamId).Name
            [RestSharp.RestClient]::Maker
            foreach ($context in [System.Runtime.Loader.AssemblyLoadContext]::All) {
                $context.Assemblies | Where-Object { $_.GetName().Name -eq 'RestSharp' } | ForEach-Object { "$($context.Name) $($_.GetName().Version)" }
            }
'@)
        $lines[0..1] | Should -Be 'town-square', 'somebody else'
        $lines[2..3] | Sort-Object | Should -Be 'ChatPS 114.1.0.0', 'Default 1.0.0.0'
    }
}

Describe 'The objects' {
    BeforeAll {
        $null = Start-ChatSandbox -Size Small -RateLimit Off
        $session = Connect-ChatService Mattermost -Sandbox
        $rooms = Get-ChatRoom -First 12
        # The first table of a view may differ from the next in nothing but its place in the output.
        function Get-Heading($Value) { ($Value | Out-String -Width 100).Trim() -split '\r?\n' | Select-Object -First 1 }
    }

    It 'shows rooms as a table within 100 columns' {
        -split (Get-Heading $rooms) | Should -Be 'Name', 'Kind', 'Members', 'LastActivity', 'Topic'
        ($rooms | Out-String -Width 100) -split '\r?\n' | ForEach-Object Length | Should -Not -BeGreaterThan 100
    }

    It 'shows sessions as a table within 100 columns' {
        -split (Get-Heading $session) | Should -Be 'Name', 'Platform', 'UserName', 'Connected', 'Remaining', 'BaseUri'
    }

    It 'has a table and a list for every type it names' {
        $types = Get-ChildItem (Join-Path (Split-Path $Manifest) Formats) -Filter *.ps1xml |
            Select-Xml '//ViewSelectedBy/TypeName' | ForEach-Object { $_.Node.InnerText } | Sort-Object -Unique
        $types | Should -Not -BeNullOrEmpty
        foreach ($type in $types) {
            # A view may be for one platform's objects of a type: ChatPS.ChatProcess#Hathora.
            $type -replace '#.*' -as [type] | Should -Not -BeNullOrEmpty -Because "$type has a view"
            $views = Get-FormatData $type | ForEach-Object FormatViewDefinition | ForEach-Object { $_.Control.GetType().Name }
            'TableControl', 'ListControl' | Should -BeIn $views -Because "of $type"
        }
    }

    It 'turns into JSON, without a secret, at depth <_>' -ForEach 1, 2, 4 {
        $json = $rooms[0] | ConvertTo-Json -Depth $_ -WarningAction SilentlyContinue
        ($json | ConvertFrom-Json).Id | Should -BeExactly $rooms[0].Id
        $json | Should -Not -Match ([regex]::Escape((ConvertFrom-SecureString (Get-ChatSandbox Mattermost).AdminToken -AsPlainText)))
    }

    It 'exports to CSV and comes back' {
        $path = Join-Path $TestDrive rooms.csv
        $rooms | Export-Csv $path
        $back = Import-Csv $path
        $back.Id | Should -Be $rooms.Id
        $back[0].Kind | Should -Be $rooms[0].Kind
    }

    It 'sorts, groups and selects' {
        ($rooms | Sort-Object Name).Name | Should -Be ($rooms.Name | Sort-Object)
        ($rooms | Group-Object Kind | Measure-Object Count -Sum).Sum | Should -Be $rooms.Count
        $one = $rooms | Select-Object -First 1 Name, Id, MemberCount
        $one.PSObject.Properties.Name | Should -Be 'Name', 'Id', 'MemberCount'
        ($rooms | Where-Object Kind -EQ $rooms[0].Kind).Count | Should -BeGreaterThan 0
    }

    It 'formats the way the user asks' {
        $rooms | Format-List | Out-String | Should -Match 'DisplayName\s+:'
        $rooms | Format-List | Out-String | Should -Not -Match 'Session\s+:'
        $rooms | Format-Table Id | Out-String | Should -Match $rooms[0].Id
    }
}

#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }

# Every topic is found, and every example runs as it stands, after Connect-ChatService -Sandbox or what the page's notes say.
BeforeDiscovery {
    $root = Split-Path $PSScriptRoot | Split-Path
    $pages = Get-ChildItem (Join-Path $root docs en-US) -Filter *.md
    $topics = $pages.BaseName | ForEach-Object { @{ Topic = $_ } }
    $examples = foreach ($page in $pages) {
        $number = 0
        $text = Get-Content $page -Raw
        $start = $text -match 'examples run after (?<start>[^.]+)\.' ? $Matches.start : 'Connect-ChatService -Sandbox'
        foreach ($fence in [regex]::Matches($text, '(?ms)^```powershell\r?\n(?<code>.*?)\r?\n```')) {
            @{ Topic = $page.BaseName; Number = ++$number; Start = $start; Code = $fence.Groups['code'].Value }
        }
    }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-Module $Manifest -Force
}

Describe 'Get-Help' {
    It 'finds <Topic>' -ForEach $topics {
        $help = Get-Help $Topic -Full
        if ($Topic -like 'about_*') {
            $help | Should -Match $Topic
        }
        else {
            $text = $help | Out-String
            $text | Should -Match ([regex]::Escape($help.Synopsis))
            $help.description.Text | Should -Not -BeNullOrEmpty
            @($help.examples.example).Count | Should -BeGreaterOrEqual 2
            @($help.parameters.parameter | Where-Object { -not $_.description.Text }).Name | Should -BeNullOrEmpty
        }
    }
}

Describe 'Update-Help.ps1' -Skip:(-not (Get-Module Microsoft.PowerShell.PlatyPS -ListAvailable)) {
    It 'makes the help that ships, to the byte' {
        $root = Split-Path $PSScriptRoot | Split-Path
        $made = Join-Path $TestDrive en-US
        & (Join-Path $root docs Update-Help.ps1) -Destination $made
        $shipped = Get-ChildItem (Join-Path $root Module en-US)
        (Get-ChildItem $made).Name | Should -Be $shipped.Name
        foreach ($file in $shipped) {
            (Get-FileHash (Join-Path $made $file.Name)).Hash | Should -Be (Get-FileHash $file).Hash -Because $file.Name
        }
    }
}

Describe 'The examples' {
    It '<Topic>, number <Number>' -ForEach $examples {
        Push-Location (New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory)
        $shell = [powershell]::Create()
        try {
            # A runspace of its own, as a user's window is.
            $null = $shell.AddScript("Set-Location `$args[0]; Import-Module `$args[1]; `$null = $Start").AddArgument("$PWD").AddArgument($Manifest).Invoke()
            $shell.Commands.Clear()
            $null = $shell.AddScript($Code).Invoke()
            $shell.Streams.Error | Out-String | Should -BeNullOrEmpty
        }
        finally {
            $shell.Runspace.Dispose()
            $shell.Dispose()
            Stop-ChatSandbox
            Pop-Location
        }
    }
}

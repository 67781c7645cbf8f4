#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.5.0' }

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-Module $Manifest -Force
    $sandbox = Start-ChatSandbox Heroku -Size Small -RateLimit Off
    $session = Connect-ChatService Heroku $sandbox.Uri -Token $sandbox.AdminToken -Name variables
}

AfterAll {
    Get-ChatSession | Disconnect-ChatService
    $sandbox | Stop-ChatSandbox
}

Describe 'The variables of apps' {
    It 'come for every app that is piped' {
        $apps = Get-ChatApp
        $variables = Get-ChatApp | Get-ChatAppConfigVar -ConfigVar LANG
        $variables.AppId | Should -Be $apps.Id
        $variables.AppName | Should -Be $apps.Name
    }

    It 'are set by the rows of a file, in one request for each app' {
        $file = Join-Path $TestDrive variables.csv
        Set-Content $file 'App,Name,Value', 'backend,ONE,1', 'billing,ONE,2', 'backend,TWO,two words'
        $before = $session.Statistics.Requests
        Import-Csv $file | Set-ChatAppConfigVar
        $session.Statistics.Requests - $before | Should -Be 2
        $backend = Get-ChatAppConfigVar backend -AsHashtable
        $backend.ONE, $backend.TWO | Should -Be '1', 'two words'
    }

    It 'are not shown by any view' {
        Set-ChatAppConfigVar backend HIDDEN 'not-for-the-screen'
        $variable = Get-ChatAppConfigVar backend HIDDEN
        $variable.Value | Should -Be 'not-for-the-screen'
        $variable | Out-String | Should -Not -Match 'not-for-the-screen'
        $variable | Format-List | Out-String | Should -Not -Match 'not-for-the-screen'
        $variable | Format-Table | Out-String | Should -Match 'HIDDEN'
    }

}

Describe 'The formation of an app' {
    It 'is scaled from what runs by a quantity with a sign' {
        $before = (Get-ChatAppFormation backend web).Quantity
        (Set-ChatAppFormation backend web -Quantity +1 -PassThru).Quantity | Should -Be ($before + 1)
        (Set-ChatAppFormation backend web -Quantity -1 -PassThru).Quantity | Should -Be $before
    }
}

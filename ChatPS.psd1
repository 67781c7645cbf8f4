@{
    RootModule           = 'bin/ChatPS.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = 'f4c1f0a6-6f0b-4d39-9d6b-3b6a2a0a7c51'
    Author               = 'The ChatPS contributors'
    CompanyName          = 'The ChatPS contributors'
    Copyright            = 'Copyright (c) 2026 The ChatPS contributors. MIT license.'
    Description          = 'Administer chat rooms and apps on HipChat, Gitter, Hathora Cloud, Mattermost and Heroku from one PowerShell module: sessions, pipeline objects, rate limits that are met instead of hit, and a sandbox to rehearse in.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')

    # The engine loads nested modules before the root module, and the loader must be there first:
    # it answers for the assemblies that live in a load context of their own.
    NestedModules        = @('bin/ChatPS.Loader.dll')
    # The public types resolve in scripts as soon as the module is imported.
    RequiredAssemblies   = @('bin/ChatPS.Model.dll')

    FormatsToProcess     = @('Formats/ChatPS.format.ps1xml')
    TypesToProcess       = @('Types/ChatPS.types.ps1xml')
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    CmdletsToExport      = @(
        'Get-ChatApp'
        'New-ChatApp'
        'Remove-ChatApp'
        'Set-ChatApp'
        'Get-ChatAppDomain'
        'New-ChatAppDomain'
        'Remove-ChatAppDomain'
        'Set-ChatAppDomain'
        'Get-ChatFile'
        'Save-ChatFile'
        'Send-ChatFile'
        'Get-ChatLog'
        'Save-ChatLog'
        'Get-ChatLogDrain'
        'New-ChatLogDrain'
        'Remove-ChatLogDrain'
        'Set-ChatLogDrain'
        'Get-ChatMessage'
        'Remove-ChatMessage'
        'Search-ChatMessage'
        'Send-ChatMessage'
        'Set-ChatMessage'
        'Get-ChatOperation'
        'Invoke-ChatOperation'
        'Get-ChatRateLimit'
        'Add-ChatReaction'
        'Get-ChatReaction'
        'Remove-ChatReaction'
        'Invoke-ChatRequest'
        'Get-ChatRoom'
        'New-ChatRoom'
        'Remove-ChatRoom'
        'Restore-ChatRoom'
        'Set-ChatRoom'
        'Add-ChatRoomUser'
        'Get-ChatRoomUser'
        'Remove-ChatRoomUser'
        'Set-ChatRoomUser'
        'Get-ChatSandbox'
        'Start-ChatSandbox'
        'Stop-ChatSandbox'
        'Connect-ChatService'
        'Disconnect-ChatService'
        'Test-ChatService'
        'Get-ChatSession'
        'Set-ChatSession'
        'Get-ChatTeam'
        'New-ChatTeam'
        'Remove-ChatTeam'
        'Restore-ChatTeam'
        'Set-ChatTeam'
        'Add-ChatTeamUser'
        'Get-ChatTeamUser'
        'Remove-ChatTeamUser'
        'Set-ChatTeamUser'
        'Get-ChatUser'
        'New-ChatUser'
        'Remove-ChatUser'
        'Set-ChatUser'
        'Get-ChatWebhook'
        'New-ChatWebhook'
        'Remove-ChatWebhook'
        'Set-ChatWebhook'
    )

    PrivateData          = @{
        PSData = @{
            Tags = @('Chat', 'Mattermost', 'Gitter', 'HipChat', 'Hathora', 'Heroku', 'Administration', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
        }
    }
}

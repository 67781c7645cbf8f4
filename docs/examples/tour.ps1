# A tour of ChatPS against its sandbox: its platforms in memory on this machine, real HTTP, nothing of yours touched.
# Keeps to PowerShell's core cmdlets, so that it runs in the bare engine of ChatPS.Host as well as in pwsh.

function Show([string] $Text) {
    $Host.UI.WriteLine('')
    $Host.UI.WriteLine($Host.UI.RawUI.ForegroundColor, $Host.UI.RawUI.BackgroundColor, "== $Text")
}

function Prompted([string] $Command) { $Host.UI.WriteLine("PS> $Command") }

Show 'Start the sandbox and connect to two of its platforms. Your own server takes an address and a token or credential.'
Prompted "Start-ChatSandbox; `$gitter, `$mattermost = Connect-ChatService Gitter, Mattermost -Sandbox"
Start-ChatSandbox | Out-Default
$gitter, $mattermost = Connect-ChatService Gitter, Mattermost -Sandbox
Get-ChatSession | Out-Default

Show 'List rooms. The last session connected is the default; -First fetches no page more than it needs.'
Prompted 'Get-ChatRoom -First 5'
Get-ChatRoom -First 5 | Out-Default

Show 'Names take wildcards, and objects of both platforms have the same properties.'
Prompted 'Get-ChatRoom back*'
Get-ChatRoom back* -First 4 | Out-Default
Prompted "Get-ChatRoom -Session `$gitter | Where-Object MemberCount -gt 25"
Get-ChatRoom -Session $gitter | Where-Object MemberCount -gt 25 | Out-Default

Show 'Create two rooms, and pipe them where their members are added: by name, address or piped user.'
Prompted "`$rooms = 'tour-ops', 'tour-dev' | New-ChatRoom -Team `$team.Name -Topic 'Made on the tour'"
$team = Get-ChatTeam -First 1
$rooms = 'tour-ops', 'tour-dev' | New-ChatRoom -Team $team.Name -Topic 'Made on the tour'
$people = Get-ChatUser -Team $team.Name -Active -First 3
Prompted "`$rooms | Add-ChatRoomUser -User `$people -PassThru"
$rooms | Add-ChatRoomUser -User $people -PassThru | Out-Default

Show 'Write and read messages.'
Prompted "'Good morning', 'The backup is done' | Send-ChatMessage `$rooms[0]; Get-ChatMessage `$rooms[0]"
'Good morning', 'The backup is done' | Send-ChatMessage $rooms[0]
Get-ChatMessage $rooms[0] -First 3 | Out-Default

Show 'Rehearse: -WhatIf sends nothing.'
Prompted "`$rooms | Remove-ChatRoom -WhatIf"
$rooms | Remove-ChatRoom -WhatIf

Show 'One failing item leaves the others done. Its error says what to do.'
Prompted "'tour-ops', 'no-such-room', 'tour-dev' | Set-ChatRoom -Team `$team.Name -Topic 'Changed' -PassThru"
'tour-ops', 'no-such-room', 'tour-dev' | Set-ChatRoom -Team $team.Name -Topic 'Changed' -PassThru -ErrorAction SilentlyContinue -ErrorVariable failed | Out-Default
$failed | ForEach-Object {
    "$($_.FullyQualifiedErrorId): $_"
    "What to do: $($_.ErrorDetails.RecommendedAction)"
} | Out-Default

Show 'Administer the server: settings are objects, and a webhook lets a build server write in one room.'
Prompted "Set-ChatServerConfig TeamSettings.SiteName 'Tour chat' -PassThru; `$hook = New-ChatWebhook -Direction incoming -Room `$rooms[0] -Name Builds -RoomLocked"
Set-ChatServerConfig TeamSettings.SiteName 'Tour chat' -PassThru | Out-Default
$hook = New-ChatWebhook -Direction incoming -Room $rooms[0] -Name Builds -RoomLocked
$hook | Out-Default

Show 'What no cmdlet covers, the catalog does: every operation of the API, with its parameters.'
Prompted "Get-ChatOperation -Search 'channel stats'; Invoke-ChatOperation GetChannelStats -ChannelId `$rooms[0].Id"
Get-ChatOperation -Search 'channel stats' | Out-Default
Invoke-ChatOperation GetChannelStats -ChannelId $rooms[0].Id | Out-Default

Show 'The session knows how much of the rate limit is left, and waits rather than hit it.'
Prompted "Get-ChatRateLimit -Session `$gitter; `$mattermost.Statistics"
Get-ChatRateLimit -Session $gitter | Out-Default
$mattermost.Statistics | Out-Default

Show 'Apps are objects like rooms are. Heroku sorts its lists itself, and -First 3 asks for three.'
Prompted "`$heroku = Connect-ChatService Heroku -Sandbox; Get-ChatApp -SortBy name -First 3"
$heroku = Connect-ChatService Heroku -Sandbox
Get-ChatApp -SortBy name -First 3 | Out-Default

Show 'Variables of several apps in one line; their values are in no view, no error and no verbose message.'
Prompted "`$apps = 'tour-shop', 'tour-jobs' | New-ChatApp; `$apps | Set-ChatAppConfigVar -ConfigVar @{ LOG_LEVEL = 'debug'; OLD_NAME = `$null }"
$apps = 'tour-shop', 'tour-jobs' | New-ChatApp
$apps | Set-ChatAppConfigVar -ConfigVar @{ LOG_LEVEL = 'debug'; OLD_NAME = $null }
$apps | Get-ChatAppConfigVar | Out-Default

Show 'What an app has said; -Wait goes on with what it says next.'
Prompted 'Get-ChatLog tour-shop -Tail 5'
Get-ChatLog tour-shop -Tail 5 | Out-Default

Show 'A notification in a room of HipChat, and what was said there since.'
Prompted "`$hipchat = Connect-ChatService HipChat -Sandbox; 'Backup done' | Send-ChatMessage Operations -Color green -Notify"
$hipchat = Connect-ChatService HipChat -Sandbox
'Backup done' | Send-ChatMessage Operations -Color green -Notify
Get-ChatMessage Operations -First 3 | Out-Default

Show 'A room of a game server: made, waited for until players can connect, and its log.'
Prompted "`$hathora = Connect-ChatService Hathora -Sandbox -App arena; New-ChatRoom -Region Frankfurt | Get-ChatRoomConnection -Wait"
$hathora = Connect-ChatService Hathora -Sandbox -App arena
$match = New-ChatRoom tour-match -Region Frankfurt
$match | Get-ChatRoomConnection -Wait | Out-Default
Prompted 'Get-ChatRoom tour-match | Get-ChatLog -Tail 3'
Get-ChatRoom tour-match | Get-ChatLog -Tail 3 | Out-Default

Show 'Clean up.'
Prompted 'Get-ChatSession | Disconnect-ChatService; Stop-ChatSandbox'
$rooms | Remove-ChatRoom -Force
$apps | Remove-ChatApp -Force
$match | Remove-ChatRoom -Force
Get-ChatSession | Disconnect-ChatService
Stop-ChatSandbox

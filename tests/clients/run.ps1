# Runs the clients that others wrote, one after the other, each against its platform's sandbox:
#   npm ci --prefix tests/clients
#   dotnet run --project src/ChatPS.Host -- -File tests/clients/run.ps1
# Nothing but the engine is needed. The exit code is the number of clients that failed.

$failed = 0
foreach ($sandbox in Start-ChatSandbox) {
    $platform = "$($sandbox.Platform)"
    $client = [IO.Path]::Combine($PSScriptRoot, "$($platform.ToLowerInvariant()).mjs")
    if (-not [IO.File]::Exists($client)) { continue }

    $account = $sandbox.AdminCredential.GetNetworkCredential()
    $token = [Net.NetworkCredential]::new('', $sandbox.AdminToken).Password
    $variables = @{ URL = $sandbox.Uri; USER = $account.UserName; PASSWORD = $account.Password; TOKEN = $token }
    foreach ($name in $variables.Keys) {
        [Environment]::SetEnvironmentVariable("$($platform.ToUpperInvariant())_$name", $variables[$name])
    }
    "${platform}:"
    node $client
    if ($LASTEXITCODE) {
        "The client of $platform failed with exit code $LASTEXITCODE."
        $failed++
    }
}

Stop-ChatSandbox
exit $failed

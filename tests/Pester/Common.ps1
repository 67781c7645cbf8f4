# What the test files share: the module as staged, and shells of their own where a process matters.

$Manifest = Join-Path $PSScriptRoot '../../out/ChatPS/ChatPS.psd1' -Resolve
$Pwsh = Join-Path $PSHOME ($IsWindows ? 'pwsh.exe' : 'pwsh')

# Runs a script file in a new pwsh and tells how it went.
function Start-NewShell([string]$Script) {
    $folder = Join-Path $TestDrive ([guid]::NewGuid())
    $null = New-Item $folder -ItemType Directory
    $file = Join-Path $folder script.ps1
    Set-Content $file $Script
    $before = $env:CHATPS_MANIFEST, $env:CHATPS_FOLDER
    $env:CHATPS_MANIFEST, $env:CHATPS_FOLDER = $Manifest, $folder
    try {
        # The streams apart: what went to standard error comes back as error records.
        $all = & $Pwsh -NoProfile -NonInteractive -File $file 2>&1
        [pscustomobject]@{
            ExitCode = $LASTEXITCODE
            Output   = @($all | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] } | ForEach-Object ToString)
            Error    = @($all | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | ForEach-Object ToString) -join "`n"
        }
    }
    finally {
        $env:CHATPS_MANIFEST, $env:CHATPS_FOLDER = $before
    }
}

# Runs a script that must go without an error, and gives its lines.
function Invoke-NewShell([string]$Script) {
    $run = Start-NewShell "`$ErrorActionPreference = 'Stop'`n$Script"
    if ($run.ExitCode -or $run.Error) { throw "Exit code $($run.ExitCode): $($run.Error)" }
    $run.Output
}

<#
.SYNOPSIS
Measures how long Import-Module takes for the staged module.
.DESCRIPTION
Every import happens in a process of its own, without a profile, and is timed inside it, so that the start of pwsh itself
does not count. A first run warms the disk and is not counted. Build with -c Release beforehand.
.EXAMPLE
pwsh -NoProfile -File tests/ChatPS.Benchmarks/Measure-Import.ps1 -Target 60
Exits with 1 when the median is above 60 ms.
#>
[CmdletBinding()]
param(
    # How many imports are counted.
    [ValidateRange(1, 1000)]
    [int]$Count = 10,

    # The module's manifest or folder.
    [string]$Module = (Join-Path $PSScriptRoot '../../out/ChatPS'),

    # The median, in milliseconds, above which the script fails; 0 for none.
    [ValidateRange(0, 10000)]
    [double]$Target = 0
)

$ErrorActionPreference = 'Stop'
$Module = (Resolve-Path $Module).Path
$pwsh = [Environment]::ProcessPath
$import = @'
$path = [Environment]::GetEnvironmentVariable('CHATPS_IMPORT')
$process = [Diagnostics.Process]::GetCurrentProcess()
$cpu = $process.TotalProcessorTime
$watch = [Diagnostics.Stopwatch]::StartNew()
Import-Module $path -ErrorAction Stop
$watch.Stop()
$process.Refresh()
"$($watch.Elapsed.TotalMilliseconds) $(($process.TotalProcessorTime - $cpu).TotalMilliseconds)"
'@

function Measure-One {
    $line = & $pwsh -NoProfile -NonInteractive -Command $import
    if ($LASTEXITCODE) { throw "The import failed in a new process (exit code $LASTEXITCODE)." }
    $wall, $cpu = -split $line | ForEach-Object { [double]::Parse($_, [cultureinfo]::InvariantCulture) }
    [pscustomobject]@{ Wall = $wall; Cpu = $cpu }
}

function Get-Median([double[]]$Value) {
    $sorted = @($Value | Sort-Object)
    ($sorted[[int][math]::Floor(($sorted.Count - 1) / 2)] + $sorted[[int][math]::Floor($sorted.Count / 2)]) / 2
}

$before = $env:CHATPS_IMPORT
$env:CHATPS_IMPORT = $Module
try {
    $null = Measure-One
    $runs = 1..$Count | ForEach-Object { Measure-One }
}
finally {
    $env:CHATPS_IMPORT = $before
}

function Format-Figure([double[]]$Value, [string]$Format) {
    ($Value | ForEach-Object { $_.ToString($Format, [cultureinfo]::InvariantCulture) }) -join ' '
}

$median = Get-Median $runs.Wall
$extremes = $runs.Wall | Measure-Object -Minimum -Maximum
"Import of $Module, pwsh $($PSVersionTable.PSVersion), $Count processes:"
"  elapsed ms:   $(Format-Figure $runs.Wall '0.0')"
"  processor ms: $(Format-Figure $runs.Cpu '0')"
"  median $(Format-Figure $median '0.0') ms, lowest $(Format-Figure $extremes.Minimum '0.0') ms, highest $(Format-Figure $extremes.Maximum '0.0') ms"

if ($Target -gt 0 -and $median -gt $Target) {
    Write-Error "The median is above $Target ms."
}

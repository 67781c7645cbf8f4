#Requires -Version 7.4
<#
.SYNOPSIS
Builds, tests, documents, packs and publishes ChatPS.
.DESCRIPTION
Needs PowerShell 7.4 or later and the .NET 10 SDK. The work is in MSBuild, in `dotnet test` and in PlatyPS; this only calls
them, in the order of the tasks given, from whatever folder. The first failure ends it with an error, and the process
with an exit code other than 0.

Clean    removes what the other tasks made
Build    compiles, and stages the module in out/ChatPS
Test     runs the xunit tests and, with Pester 5.5 or later at hand, those of tests/Pester on the staged module
Docs     compiles docs/en-US to the help that ships, with Microsoft.PowerShell.PlatyPS 1.0; Build stages it afterwards
Analyze  checks format and warnings, and the scripts with PSScriptAnalyzer when it is there
Package  makes out/ChatPS.<version>.nupkg of the staged module
Publish  hands the staged module to a repository
.EXAMPLE
./build.ps1 Clean, Build, Test, Package
.EXAMPLE
./build.ps1 Publish -ApiKey (Get-Secret GalleryKey)
.EXAMPLE
./build.ps1 Publish -ApiKeyVariable GALLERY_KEY -WhatIf
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
    # What to do, in this order.
    [Parameter(Position = 0)]
    [ValidateSet('Clean', 'Build', 'Test', 'Docs', 'Analyze', 'Package', 'Publish')]
    [string[]]$Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string]$Configuration = 'Release',

    # The registered repository that Publish hands the module to.
    [string]$Repository = 'PSGallery',

    # The repository's API key.
    [securestring]$ApiKey,

    # The environment variable that holds the API key, when -ApiKey is not given.
    [string]$ApiKeyVariable = 'PSGALLERY_API_KEY'
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Set-StrictMode -Version Latest

$solution = Join-Path $PSScriptRoot ChatPS.sln
$out = Join-Path $PSScriptRoot out
$staged = Join-Path $out ChatPS

function Invoke-Clean {
    $folders = @($out) + @(Get-ChildItem (Join-Path $PSScriptRoot src), (Join-Path $PSScriptRoot tests) -Directory |
        ForEach-Object { Join-Path $_ bin; Join-Path $_ obj })
    $folders | Where-Object { Test-Path $_ } | Remove-Item -Recurse -Force
}

function Invoke-Build {
    dotnet build $solution -c $Configuration
}

function Invoke-Test {
    dotnet test $solution -c $Configuration
    if (-not (Get-Module Pester -ListAvailable | Where-Object Version -GE 5.5)) {
        'Pester 5.5 or later is not installed: the tests in tests/Pester were not run.'
        return
    }
    # In a process of its own, which lets go of the module's files when it ends.
    $env:CHATPS_PESTER = Join-Path $PSScriptRoot tests/Pester
    & (Join-Path $PSHOME ($IsWindows ? 'pwsh.exe' : 'pwsh')) -NoProfile -NonInteractive -Command {
        Import-Module Pester -MinimumVersion 5.5
        $settings = New-PesterConfiguration
        $settings.Run.Path = $env:CHATPS_PESTER
        $settings.Run.Exit = $true
        Invoke-Pester -Configuration $settings
    }
}

function Invoke-Docs {
    if (-not (Get-Module Microsoft.PowerShell.PlatyPS -ListAvailable)) {
        'Microsoft.PowerShell.PlatyPS is not installed: the help in Module/en-US stays as it is.'
        return
    }
    & (Join-Path $PSScriptRoot docs/Update-Help.ps1)
}

function Invoke-Analyze {
    dotnet format $solution --verify-no-changes
    dotnet build $solution -c $Configuration --no-incremental -warnaserror
    if (-not (Get-Module PSScriptAnalyzer -ListAvailable)) {
        'PSScriptAnalyzer is not installed: the scripts were not analyzed.'
        return
    }
    $scripts = Get-Item (Join-Path $PSScriptRoot build.ps1), (Join-Path $PSScriptRoot tests), (Join-Path $PSScriptRoot docs) -ErrorAction Ignore
    $findings = $scripts | ForEach-Object { Invoke-ScriptAnalyzer -Path $_ -Recurse -Severity Error, Warning }
    $findings | Out-Host
    if ($findings) { throw "PSScriptAnalyzer has $(@($findings).Count) findings." }
}

function Invoke-Package {
    Assert-Staged
    # The package that PowerShellGet would make: the manifest's own words, and tags for all it exports.
    $manifest = Import-PowerShellDataFile (Join-Path $staged ChatPS.psd1)
    $tags = @('PSModule') + $manifest.PrivateData.PSData.Tags + 'PSIncludes_Cmdlet' +
        @($manifest.CmdletsToExport | ForEach-Object { "PSCmdlet_$_"; "PSCommand_$_" })
    $text = { param($value) [System.Security.SecurityElement]::Escape($value) }
    $nuspec = Join-Path $out ChatPS.nuspec
    Set-Content $nuspec @"
<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
  <metadata>
    <id>ChatPS</id>
    <version>$($manifest.ModuleVersion)</version>
    <authors>$(& $text $manifest.Author)</authors>
    <owners>$(& $text $manifest.CompanyName)</owners>
    <license type="expression">MIT</license>
    <description>$(& $text $manifest.Description)</description>
    <copyright>$(& $text $manifest.Copyright)</copyright>
    <tags>$(& $text ($tags -join ' '))</tags>
  </metadata>
  <files>
    <file src="**" target="" />
  </files>
</package>
"@
    # NuGet's analysis is about libraries for .NET projects, which a module is not.
    dotnet pack (Join-Path $PSScriptRoot src/ChatPS) -c $Configuration --no-build -o $out -p:IsPackable=true `
        "-p:NuspecFile=$nuspec" "-p:NuspecBasePath=$staged" -p:NoPackageAnalysis=true
    Remove-Item $nuspec
}

function Invoke-Publish {
    Assert-Staged
    if (git -C $PSScriptRoot status --porcelain) {
        throw 'The working tree has changes that are not committed; what is published must be what is in the repository.'
    }
    $version = (Import-PowerShellDataFile (Join-Path $staged ChatPS.psd1)).ModuleVersion
    if (-not $PSCmdlet.ShouldProcess("ChatPS $version", "Publish to $Repository")) { return }
    $key = if ($ApiKey) { ConvertFrom-SecureString $ApiKey -AsPlainText } else { [Environment]::GetEnvironmentVariable($ApiKeyVariable) }
    if (-not $key) { throw "There is no API key: give -ApiKey, or set the environment variable '$ApiKeyVariable'." }
    Publish-PSResource -Path $staged -Repository $Repository -ApiKey $key -Confirm:$false
}

function Assert-Staged {
    if (-not (Test-Path (Join-Path $staged ChatPS.psd1))) { throw 'Nothing is staged in out/ChatPS: run the task Build first.' }
}

foreach ($name in $Task) {
    & "Invoke-$name"
}

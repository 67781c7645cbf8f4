<#
.SYNOPSIS
Makes the help that ships, Module/en-US, from the pages in docs/en-US. The same pages give the same bytes.
#>
#requires -Version 7.4
#requires -Modules @{ ModuleName = 'Microsoft.PowerShell.PlatyPS'; ModuleVersion = '1.0.0' }
[CmdletBinding()]
param(
    [string] $Source = (Join-Path $PSScriptRoot en-US),
    [string] $Destination = (Join-Path $PSScriptRoot .. Module en-US)
)
$ErrorActionPreference = 'Stop'

# Writes the XML anew, as Get-Help wants it: PlatyPS leaves an example's code fenced among its remarks, paragraphs
# in one piece, and links that lead to markdown files.
function Convert-Maml([string] $Path, [string] $Target) {
    $maml = [xml]::new()
    $maml.Load($Path)
    $names = [System.Xml.XmlNamespaceManager]::new($maml.NameTable)
    $maml.DocumentElement.Attributes | Where-Object Prefix -EQ xmlns | ForEach-Object { $names.AddNamespace($_.LocalName, $_.Value) }

    foreach ($example in $maml.SelectNodes('//command:example', $names)) {
        $text = ($example.SelectNodes('.//maml:para', $names) | ForEach-Object InnerText | Where-Object { $_ -ne "`u{80}" }) -join "`n`n"
        if ($text -notmatch '(?s)^\s*```powershell\n(?<code>.*?)\n```\s*(?<remarks>.*?)\s*$') {
            throw "The example '$($example.title)' is not code with remarks."
        }
        $code, $remarks = $Matches.code, $Matches.remarks
        @($example.ChildNodes) | Where-Object LocalName -NE title | ForEach-Object { $null = $example.RemoveChild($_) }
        $null = $example.AppendChild($maml.CreateElement('dev', 'code', $names.LookupNamespace('dev')))
        $example.LastChild.InnerText = $code
        $holder = $example.AppendChild($maml.CreateElement('dev', 'remarks', $names.LookupNamespace('dev')))
        $null = $holder.AppendChild($maml.CreateElement('maml', 'para', $names.LookupNamespace('maml')))
        $holder.LastChild.InnerText = $remarks
        # Keeps the next example at a distance.
        $null = $holder.AppendChild($maml.CreateElement('maml', 'para', $names.LookupNamespace('maml')))
    }
    foreach ($para in @($maml.SelectNodes('//maml:para', $names) | Where-Object InnerText -Match '\n\n')) {
        foreach ($part in $para.InnerText -split '\n\n+') {
            $one = $para.ParentNode.InsertBefore($maml.CreateElement('maml', 'para', $names.LookupNamespace('maml')), $para)
            $one.InnerText = $part
        }
        $null = $para.ParentNode.RemoveChild($para)
    }
    foreach ($uri in @($maml.SelectNodes('//maml:navigationLink/maml:uri', $names))) {
        $link = $uri.ParentNode
        $null = $uri.InnerText ? $link.RemoveChild($uri) : $link.ParentNode.RemoveChild($link)
    }

    $settings = [System.Xml.XmlWriterSettings]@{ Indent = $true; NewLineChars = "`n"; Encoding = [System.Text.UTF8Encoding]::new($false) }
    $writer = [System.Xml.XmlWriter]::Create($Target, $settings)
    try { $maml.Save($writer) } finally { $writer.Dispose() }
}

# An about topic as plain text: headings in capitals, the rest indented and wrapped, no fences.
function Convert-About([string] $Path, [string] $Target) {
    $isCode = $false
    $lines = switch -Regex -File $Path {
        '^```' { $isCode = -not $isCode; continue }
        { $isCode } { "        $_"; continue }
        '^# (.+)' { 'TOPIC'; "    $($Matches[1])"; continue }
        '^##+ (.+)' { $Matches[1].ToUpperInvariant(); continue }
        '^\s*$' { ''; continue }
        default { Format-Line ($_ -replace '`') }
    }
    [System.IO.File]::WriteAllText($Target, ($lines -join "`n").Trim() + "`n")
}

function Format-Line([string] $Text, [int] $Width = 80) {
    $indent = '    '
    $line = ''
    foreach ($word in -split $Text) {
        if ($line -and "$indent$line $word".Length -gt $Width) {
            "$indent$line"
            $line = ''
            # What goes on with a list's item stands under its text.
            if ($Text.StartsWith('- ')) { $indent = '      ' }
        }
        $line = $line ? "$line $word" : $word
    }
    "$indent$line"
}

$null = New-Item $Destination -ItemType Directory -Force
$Destination = Convert-Path $Destination
$pages = Get-ChildItem $Source -Filter *-*.md | Sort-Object Name -Culture ''
$work = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())
try {
    $maml = Import-MarkdownCommandHelp $pages.FullName | Export-MamlCommandHelp -OutputFolder $work -Force
    Get-ChildItem $Destination -File | Where-Object Name -Match '(-Help\.xml|\.help\.txt)$' | Remove-Item
    $maml | ForEach-Object { Convert-Maml $_.FullName (Join-Path $Destination $_.Name) }
}
finally {
    Remove-Item $work -Recurse -ErrorAction Ignore
}
foreach ($page in Get-ChildItem $Source -Filter about_*.md) {
    Convert-About $page.FullName (Join-Path $Destination "$($page.BaseName).help.txt")
}

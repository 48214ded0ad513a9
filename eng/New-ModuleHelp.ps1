<#
.SYNOPSIS
Writes the module's help (en-US/RMF.PowerShell.dll-Help.xml and about_*.help.txt) from docs/cmdlets/*.md and docs/about_*.md.
.DESCRIPTION
Reads the pages alone, never the module, so that it gives the same on Windows PowerShell 5.1 and PowerShell 7.
#>
[CmdletBinding()]
param(
    # The folder of the built module.
    [string] $ModuleFolder
)

$ErrorActionPreference = 'Stop'
$root = Split-Path -Path $PSScriptRoot
. (Join-Path -Path $PSScriptRoot -ChildPath 'HelpPage.ps1')
if (-not $ModuleFolder) { $ModuleFolder = Join-Path -Path $root -ChildPath 'out/module/RMF.PowerShell' }

$namespaces = @{
    command = 'http://schemas.microsoft.com/maml/dev/command/2004/10'
    maml    = 'http://schemas.microsoft.com/maml/2004/10'
    dev     = 'http://schemas.microsoft.com/maml/dev/2004/10'
}
$commonWords = @{
    WhatIf  = 'Shows what would happen. Nothing is changed.'
    Confirm = 'Asks before each change.'
}

function Write-Open { param([string] $Name) $prefix, $local = $Name -split ':'; $xml.WriteStartElement($prefix, $local, $namespaces[$prefix]) }
function Write-Close { $xml.WriteEndElement() }
function Write-Text { param([string] $Name, [string] $Text) Write-Open $Name; $xml.WriteString($Text); Write-Close }
function ConvertTo-Plain { param([string] $Text) ($Text -replace '`', '') -replace '\[([^\]]+)\]\([^)]+\)', '$1' -replace '\*\*', '' }
function Write-Paragraphs {
    param([string] $Name, [string[]] $Text)

    Write-Open $Name
    foreach ($paragraph in $Text) { Write-Text 'maml:para' (ConvertTo-Plain $paragraph) }
    Write-Close
}

# "[[-Name] <string[]>]", "-Name <int>", "[-Force]" and so on, as PowerShell prints a syntax.
function Read-Syntax {
    param([string] $Line)

    $type = '<(?<type>[^>]+)>'
    $forms = @(
        "(?<slot>\[)\[-(?<name>\w+)\] $type\]",
        "(?<slot>\[)-(?<name>\w+)\] (?<must>)$type",
        "\[-(?<name>\w+)(?: $type)?\]",
        "-(?<name>\w+)(?<must>)(?: $type)?")
    foreach ($match in [regex]::Matches($Line, $forms -join '|')) {
        [pscustomobject]@{
            Name       = $match.Groups['name'].Value
            Type       = if ($match.Groups['type'].Success) { $match.Groups['type'].Value } else { 'switch' }
            Required   = $match.Groups['must'].Success
            Positional = $match.Groups['slot'].Success
        }
    }
}

function Write-Parameter {
    param($Parameter, $Page, [int] $Position)

    $documented = $Page.Parameters | Where-Object Name -EQ $Parameter.Name | Select-Object -First 1
    $facts = if ($documented) { $documented.Facts } else { '' }
    $words = if ($documented) { $documented.Text } else { $commonWords[$Parameter.Name] }
    $pipeline = if ($facts -match 'from the pipeline(?! by name)') { if ($facts -match 'by name') { 'true (ByValue, ByPropertyName)' } else { 'true (ByValue)' } }
        elseif ($facts -match 'from the pipeline by name') { 'true (ByPropertyName)' } else { 'false' }
    Write-Open 'command:parameter'
    $xml.WriteAttributeString('required', "$($Parameter.Required)".ToLowerInvariant())
    $xml.WriteAttributeString('variableLength', "$($Parameter.Type.EndsWith('[]'))".ToLowerInvariant())
    $xml.WriteAttributeString('globbing', "$($facts -match 'wildcards')".ToLowerInvariant())
    $xml.WriteAttributeString('pipelineInput', $pipeline)
    $xml.WriteAttributeString('position', $(if ($Position -ge 0) { "$Position" } else { 'named' }))
    if ($facts -match 'alias ([\w, ]+)\.') { $xml.WriteAttributeString('aliases', $Matches[1]) }
    Write-Text 'maml:name' $Parameter.Name
    Write-Paragraphs 'maml:description' (@($words) + @(if ($facts -match '(one of [^.]+|-?[\d.]+ to [\d.]+)') { "Values: $($Matches[1])." }))
    if ($Parameter.Type -ne 'switch') {
        Write-Open 'command:parameterValue'
        $xml.WriteAttributeString('required', 'true')
        $xml.WriteAttributeString('variableLength', "$($Parameter.Type.EndsWith('[]'))".ToLowerInvariant())
        $xml.WriteString($Parameter.Type)
        Write-Close
    }
    Write-Open 'dev:type'; Write-Text 'maml:name' $Parameter.Type; Write-Close
    Write-Close
}

function Write-Command {
    param($Page)

    $verb, $noun = $Page.Name -split '-', 2
    Write-Open 'command:command'
    Write-Open 'command:details'
    Write-Text 'command:name' $Page.Name
    Write-Text 'command:verb' $verb
    Write-Text 'command:noun' $noun
    Write-Paragraphs 'maml:description' $Page.Synopsis
    Write-Close
    Write-Paragraphs 'maml:description' $Page.Description

    $seen = [ordered]@{}
    Write-Open 'command:syntax'
    foreach ($line in $Page.Syntax) {
        $position = 0
        Write-Open 'command:syntaxItem'
        Write-Text 'maml:name' $Page.Name
        foreach ($parameter in Read-Syntax ($line.Substring($Page.Name.Length))) {
            $at = if ($parameter.Positional) { $position++; $position - 1 } else { -1 }
            if (-not $seen.Contains($parameter.Name)) { $seen[$parameter.Name] = @($parameter, $at) }
            Write-Parameter $parameter $Page $at
        }
        Write-Close
    }
    Write-Close

    Write-Open 'command:parameters'
    foreach ($entry in $seen.Values) { Write-Parameter $entry[0] $Page $entry[1] }
    Write-Close

    Write-Open 'command:returnValues'
    foreach ($output in $Page.Outputs) {
        Write-Open 'command:returnValue'
        Write-Open 'dev:type'; Write-Text 'maml:name' $output.Type; Write-Close
        Write-Paragraphs 'maml:description' $output.Text
        Write-Close
    }
    Write-Close
    Write-Open 'maml:alertSet'; Write-Paragraphs 'maml:alert' $Page.Notes; Write-Close
    Write-Open 'command:examples'
    foreach ($example in $Page.Examples) {
        Write-Open 'command:example'
        Write-Text 'maml:title' "---- $($example.Title) ----"
        Write-Text 'dev:code' $example.Code
        Write-Paragraphs 'dev:remarks' $example.Text
        Write-Close
    }
    Write-Close
    Write-Close
}

$target = Join-Path -Path $ModuleFolder -ChildPath 'en-US'
[void] [System.IO.Directory]::CreateDirectory($target)
$settings = New-Object System.Xml.XmlWriterSettings
$settings.Indent = $true
$settings.Encoding = New-Object System.Text.UTF8Encoding $false
$xml = [System.Xml.XmlWriter]::Create((Join-Path -Path $target -ChildPath 'RMF.PowerShell.dll-Help.xml'), $settings)
try {
    $xml.WriteStartElement('helpItems', 'http://msh')
    $xml.WriteAttributeString('schema', 'maml')
    foreach ($file in Get-ChildItem -Path (Join-Path -Path $root -ChildPath 'docs/cmdlets') -Filter *.md | Sort-Object -Property Name) {
        Write-Command (Read-HelpPage $file.FullName)
    }
    $xml.WriteEndElement()
}
finally { $xml.Dispose() }

foreach ($file in Get-ChildItem -Path (Join-Path -Path $root -ChildPath 'docs') -Filter about_*.md) {
    $name = [System.IO.Path]::GetFileNameWithoutExtension($file.Name)
    [System.IO.File]::Copy($file.FullName, (Join-Path -Path $target -ChildPath "$name.help.txt"), $true)
}

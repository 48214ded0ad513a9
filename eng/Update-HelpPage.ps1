<#
.SYNOPSIS
Writes what a help page can be told by the cmdlet itself: its syntax and the facts of each parameter. The words stay as they are.
.DESCRIPTION
Makes the page where there is none; then fill in the words. Parameters that are gone lose their section.
With -Check nothing is written; the names of the pages that are out of date are the output. Needs PowerShell 7.4 and the built module.
#>
[CmdletBinding()]
param(
    # Cmdlets of the module, with wildcards.
    [string[]] $Name = '*-Rmf*',
    [switch] $Check
)

$ErrorActionPreference = 'Stop'
$root = Split-Path -Path $PSScriptRoot
. (Join-Path -Path $PSScriptRoot -ChildPath 'HelpPage.ps1')
if (-not (Get-Module -Name RMF.PowerShell)) {
    Import-Module -Name (Join-Path -Path $root -ChildPath 'out/module/RMF.PowerShell/RMF.PowerShell.psd1')
}

$common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters

function Get-TypeName {
    param([type] $Type)

    $item = if ($Type.IsArray) { $Type.GetElementType() } else { $Type }
    $plain = [Nullable]::GetUnderlyingType($item)
    if ($plain) { $item = $plain }
    $short = switch ($item.FullName) {
        'System.String' { 'string' }
        'System.Int32' { 'int' }
        'System.Boolean' { 'bool' }
        'System.Object' { 'object' }
        'System.Double' { 'double' }
        'System.Management.Automation.SwitchParameter' { 'switch' }
        default { $item.Name }
    }
    if ($Type.IsArray) { "$short[]" } else { $short }
}

function Get-ParameterFact {
    param([System.Management.Automation.ParameterMetadata] $Parameter)

    $sets = @($Parameter.ParameterSets.Values)
    $facts = @('`' + (Get-TypeName $Parameter.ParameterType) + '`')
    if ($sets.Where({ $_.IsMandatory }).Count -eq $sets.Count) { $facts += 'required' }
    elseif ($sets.Where({ $_.IsMandatory }).Count) { $facts += 'required in some uses' }
    $positions = @($sets.Position | Where-Object { $_ -ge 0 } | Sort-Object -Unique)
    if ($positions.Count) { $facts += "position $($positions -join ' or ')" }
    if ($sets.Where({ $_.ValueFromPipeline }).Count) { $facts += 'from the pipeline' }
    if ($sets.Where({ $_.ValueFromPipelineByPropertyName }).Count) { $facts += 'from the pipeline by name' }
    if ($Parameter.Attributes.Where({ $_ -is [System.Management.Automation.SupportsWildcardsAttribute] }).Count) { $facts += 'wildcards' }
    $item = if ($Parameter.ParameterType.IsArray) { $Parameter.ParameterType.GetElementType() } else { $Parameter.ParameterType }
    $plain = [Nullable]::GetUnderlyingType($item)
    if ($plain) { $item = $plain }
    if ($item.IsEnum) { $facts += 'one of ' + ([Enum]::GetNames($item) -join ', ') }
    foreach ($set in $Parameter.Attributes.Where({ $_ -is [System.Management.Automation.ValidateSetAttribute] })) { $facts += 'one of ' + ($set.ValidValues -join ', ') }
    foreach ($range in $Parameter.Attributes.Where({ $_ -is [System.Management.Automation.ValidateRangeAttribute] -and $null -ne $_.MinRange })) { $facts += "$($range.MinRange) to $($range.MaxRange)" }
    if ($Parameter.Aliases.Count) { $facts += 'alias ' + ($Parameter.Aliases -join ', ') }
    ($facts -join ', ') + '.'
}

foreach ($command in Get-Command -Module RMF.PowerShell -CommandType Cmdlet -Name $Name) {
    $path = Join-Path -Path $root -ChildPath "docs/cmdlets/$($command.Name).md"
    $old = if (Test-Path -Path $path) { [System.IO.File]::ReadAllText($path).Replace("`r`n", "`n") } else { '' }
    $lines = $old -split "`n"
    $page = @(Split-Section $lines '#')[0]
    $sections = [ordered]@{}
    foreach ($title in 'Syntax', 'Description', 'Parameters', 'Examples', 'Outputs', 'Notes') { $sections[$title] = @('') }
    $synopsis = @()
    if ($page) {
        $synopsis = @($page.Body | ForEach-Object { if ($_.StartsWith('## ')) { $script:past = $true }; if (-not $script:past) { $_ } })
        $script:past = $false
        foreach ($section in @(Split-Section $page.Body '##')) { $sections[$section.Title] = $section.Body }
    }

    $words = @{}
    foreach ($parameter in @(Split-Section $sections['Parameters'] '###')) { $words[$parameter.Title] = $parameter.Body }

    # What a person wrote about one parameter: all but its first paragraph, which are the facts.
    $text = New-Object System.Text.StringBuilder
    [void] $text.Append("# $($command.Name)`n`n").Append(($synopsis -join "`n").Trim()).Append("`n`n## Syntax`n`n``````powershell`n")
    foreach ($set in $command.ParameterSets | Sort-Object -Property { -not $_.IsDefault }, Name) { [void] $text.Append("$($command.Name) $set`n") }
    [void] $text.Append("```````n`n## Description`n`n").Append(($sections['Description'] -join "`n").Trim()).Append("`n`n## Parameters`n")
    foreach ($parameter in $command.Parameters.Values | Where-Object { $_.Name -notin $common } | Sort-Object -Property Name) {
        [void] $text.Append("`n### -$($parameter.Name)`n`n").Append((Get-ParameterFact $parameter)).Append("`n`n")
        $body = (@($words["-$($parameter.Name)"]) -join "`n").Trim() -split "`n`n", 2
        if ($body.Count -eq 2) { [void] $text.Append($body[1].Trim()).Append("`n") }
    }
    foreach ($title in 'Examples', 'Outputs', 'Notes') {
        [void] $text.Append("`n## $title`n`n").Append(($sections[$title] -join "`n").Trim()).Append("`n")
    }

    $new = $text.ToString().TrimEnd() + "`n"
    if ($new -eq $old) { continue }
    $command.Name
    if (-not $Check) { [System.IO.File]::WriteAllText($path, $new) }
}

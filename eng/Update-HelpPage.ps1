<#
.SYNOPSIS
Writes what a help page can be told by the cmdlet itself: its syntax and the facts of each parameter. The words stay as they are.
.DESCRIPTION
Makes the page where there is none, and takes what words it can from the summaries in the source; then write the rest.
Words that stand in the page are never changed. Parameters that are gone lose their section.
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
    param([System.Management.Automation.ParameterMetadata] $Parameter, [int] $SetCount)

    $sets = @($Parameter.ParameterSets.Values)
    $everywhere = $Parameter.ParameterSets.ContainsKey('__AllParameterSets') -or $sets.Count -eq $SetCount
    $facts = @('`' + (Get-TypeName $Parameter.ParameterType) + '`')
    if ($everywhere -and $sets.Where({ $_.IsMandatory }).Count -eq $sets.Count) { $facts += 'required' }
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
    foreach ($range in $Parameter.Attributes.Where({ $_ -is [System.Management.Automation.ValidateRangeAttribute] -and $null -ne $_.MinRange })) {
        $facts += if ($range.MaxRange -eq [int]::MaxValue) { "at least $($range.MinRange)" } else { "$($range.MinRange) to $($range.MaxRange)" }
    }
    if ($Parameter.Aliases.Count) { $facts += 'alias ' + ($Parameter.Aliases -join ', ') }
    ($facts -join ', ') + '.'
}

# The summary above a declaration in the source: of a class, or of one of its properties.
function Get-Summary {
    param([type] $Type, [string] $Property)

    while ($Type -and $Type.Namespace -like 'RMF.PowerShell*') {
        foreach ($file in $sources.Where({ $_.Name -eq "$($Type.Name).cs" -or $_.Name -like "$($Type.Name).*.cs" })) {
            $declaration = if ($Property) { "public [\w.<>\[\]?]+ $Property\b" } else { "public [a-z ]+ $($Type.Name)\b" }
            $match = [regex]::Match([System.IO.File]::ReadAllText($file.FullName), "/// <summary>(?<text>(?:(?!</summary>)[\s\S])+)</summary>(?:(?!/// <summary>)[\s\S])*?$declaration")
            if ($match.Success) {
                $text = $match.Groups['text'].Value -replace '\s*///\s*', ' ' -replace '<c>(.+?)</c>', '`$1`' -replace '<see cref="(?:.+\.)?(.+?)"\s*/>', '`$1`'
                return ($text -replace ' (Immutable|Thread-safe)\.').Trim().Replace('&lt;', '<').Replace('&gt;', '>')
            }
        }

        if (-not $Property) { return '' }
        $Type = $Type.BaseType
    }
    ''
}

$sources = @(Get-ChildItem -Path (Join-Path -Path $root -ChildPath 'src/RMF.PowerShell') -Recurse -Filter *.cs | Where-Object FullName -NotMatch '[\\/](obj|bin)[\\/]')
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

    $type = $command.ImplementingType
    if (-not ($synopsis -join '').Trim()) { $synopsis = @(Get-Summary $type) }
    if (-not ($sections['Outputs'] -join '').Trim()) {
        $sections['Outputs'] = @($command.OutputType.Type | Where-Object { $_ } | ForEach-Object { "### $($_.FullName)`n`n$(Get-Summary $_)`n" })
        if (-not $sections['Outputs'].Count) { $sections['Outputs'] = @("### None`n`nIt gives nothing.") }
    }

    # What a person wrote about one parameter: all but its first paragraph, which are the facts.
    $text = New-Object System.Text.StringBuilder
    [void] $text.Append("# $($command.Name)`n`n").Append(($synopsis -join "`n").Trim()).Append("`n`n## Syntax`n`n``````powershell`n")
    foreach ($set in $command.ParameterSets | Sort-Object -Property { -not $_.IsDefault }, Name) { [void] $text.Append("$($command.Name) $set`n") }
    [void] $text.Append("```````n`n## Description`n`n").Append(($sections['Description'] -join "`n").Trim()).Append("`n`n## Parameters`n")
    foreach ($parameter in $command.Parameters.Values | Where-Object { $_.Name -notin $common } | Sort-Object -Property Name) {
        [void] $text.Append("`n### -$($parameter.Name)`n`n").Append((Get-ParameterFact $parameter $command.ParameterSets.Count)).Append("`n")
        $body = (@($words["-$($parameter.Name)"]) -join "`n").Trim() -split "`n`n", 2
        $own = if ($body.Count -eq 2) { $body[1].Trim() } else { Get-Summary $type $parameter.Name }
        if ($own) { [void] $text.Append("`n$own`n") }
    }
    foreach ($title in 'Examples', 'Outputs', 'Notes') {
        [void] $text.Append("`n## $title`n`n").Append(($sections[$title] -join "`n").Trim()).Append("`n")
    }

    $new = $text.ToString().TrimEnd() + "`n"
    if ($new -eq $old) { continue }
    $command.Name
    if (-not $Check) { [System.IO.File]::WriteAllText($path, $new) }
}

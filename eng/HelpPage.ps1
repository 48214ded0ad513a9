# Reads the pages of docs/cmdlets. Dot-source it. Runs on Windows PowerShell 5.1 and PowerShell 7.
#
# A page: "# Verb-Noun", the synopsis, then "## Syntax", "## Description", "## Parameters" with "### -Name",
# "## Examples" with "### Example 1: title", "## Outputs" with "### Type", and "## Notes".
# The first line of a parameter is its facts, e.g. "`string[]`, position 0, from the pipeline"; eng/Update-HelpPage.ps1 writes it.
# An example whose title ends with "(needs a real site)" is not run by the tests.
# Examples that need sites and a policy say so in a line before the first one, which names "the first steps of about_RMF".

# The lines under each heading of one level, in order.
function Split-Section {
    param([string[]] $Line, [string] $Mark)

    $title = $null
    $body = New-Object System.Collections.Generic.List[string]
    $fenced = $false
    foreach ($text in $Line) {
        if ($text.StartsWith('```')) { $fenced = -not $fenced }
        if (-not $fenced -and $text.StartsWith("$Mark ")) {
            if ($null -ne $title) { [pscustomobject]@{ Title = $title; Body = $body.ToArray() } }
            $title = $text.Substring($Mark.Length + 1).Trim()
            $body.Clear()
        }
        elseif ($null -ne $title) { $body.Add($text) }
    }

    if ($null -ne $title) { [pscustomobject]@{ Title = $title; Body = $body.ToArray() } }
}

# Joins wrapped lines to paragraphs; fenced lines and list items stay lines of their own.
function ConvertTo-Paragraph {
    param([string[]] $Line)

    $current = ''
    $fenced = $false
    foreach ($text in $Line) {
        if ($text.StartsWith('```')) {
            if ($current) { $current; $current = '' }
            $fenced = -not $fenced
        }
        elseif ($fenced) { $text }
        elseif (-not $text.Trim()) { if ($current) { $current; $current = '' } }
        elseif ($text -match '^\s*(-|\||\d+\.) ?') { if ($current) { $current }; $current = $text.TrimEnd() }
        elseif ($current) { $current += ' ' + $text.Trim() }
        else { $current = $text.Trim() }
    }

    if ($current) { $current }
}

# The first fenced block of a section, and the paragraphs outside it.
function Split-Fence {
    param([string[]] $Line)

    $code = New-Object System.Collections.Generic.List[string]
    $rest = New-Object System.Collections.Generic.List[string]
    $state = 0
    foreach ($text in $Line) {
        if ($state -lt 2 -and $text.StartsWith('```')) { $state++ }
        elseif ($state -eq 1) { $code.Add($text) }
        else { $rest.Add($text) }
    }

    [pscustomobject]@{ Code = $code -join "`n"; Text = @(ConvertTo-Paragraph $rest.ToArray()) }
}

function Read-HelpPage {
    param([Parameter(Mandatory = $true)][string] $Path)

    $lines = [System.IO.File]::ReadAllLines($Path)
    $page = @(Split-Section $lines '#')[0]
    $sections = @{}
    foreach ($section in @(Split-Section $page.Body '##')) { $sections[$section.Title] = $section.Body }

    $synopsis = New-Object System.Collections.Generic.List[string]
    foreach ($text in $page.Body) {
        if ($text.StartsWith('## ')) { break }
        $synopsis.Add($text)
    }

    [pscustomobject]@{
        Name        = $page.Title
        Path        = $Path
        Synopsis    = @(ConvertTo-Paragraph $synopsis.ToArray()) -join ' '
        Syntax      = @((Split-Fence $sections['Syntax']).Code -split "`n" | Where-Object { $_ })
        Description = @(ConvertTo-Paragraph $sections['Description'])
        Parameters  = @(Split-Section $sections['Parameters'] '###' | ForEach-Object {
            $text = @(ConvertTo-Paragraph $_.Body)
            [pscustomobject]@{
                Name  = $_.Title.TrimStart('-')
                Facts = if ($text.Count) { $text[0] } else { '' }
                Text  = @($text | Select-Object -Skip 1)
            }
        })
        Examples    = @(Split-Section $sections['Examples'] '###' | ForEach-Object {
            $parts = Split-Fence $_.Body
            [pscustomobject]@{
                Title     = $_.Title
                Code      = $parts.Code
                Text      = $parts.Text
                NeedsSite = $_.Title.EndsWith('(needs a real site)')
            }
        })
        NeedsLab    = (@($sections['Examples']) -join "`n") -match 'the first steps of about_RMF'
        Outputs     = @(Split-Section $sections['Outputs'] '###' | ForEach-Object {
            [pscustomobject]@{ Type = $_.Title; Text = @(ConvertTo-Paragraph $_.Body) }
        })
        Notes       = @(ConvertTo-Paragraph $sections['Notes'])
    }
}

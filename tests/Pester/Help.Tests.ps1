BeforeDiscovery {
    $repository = Split-Path -Path (Split-Path -Path $PSScriptRoot)
    . "$repository/eng/HelpPage.ps1"
    $pages = Get-ChildItem -Path "$repository/docs/cmdlets" -Filter *.md | ForEach-Object { Read-HelpPage $_.FullName }
    $cases = $pages | ForEach-Object { @{ Name = $_.Name; Page = $_ } }
    $runnable = $pages | Where-Object { $_.Examples.Where({ -not $_.NeedsSite }) } | ForEach-Object { @{ Name = $_.Name; Page = $_ } }
}

Describe 'Help of the built module' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
    }

    It 'has pages that are up to date with the cmdlets' {
        & "$root/eng/Update-HelpPage.ps1" -Check | Should -BeNullOrEmpty -Because 'eng/Update-HelpPage.ps1 writes the syntax and the facts of parameters'
    }

    It 'shows synopsis, description and examples of <Name>' -ForEach $cases {
        $help = Get-Help -Name $Name -Full
        $help.Synopsis | Should -Be $Page.Synopsis.Replace('`', '')
        ($help.description | Out-String).Trim() | Should -Not -BeNullOrEmpty
        @($help.examples.example).Count | Should -Be $Page.Examples.Count
        $examples = Get-Help -Name $Name -Examples | Out-String
        foreach ($example in $Page.Examples) { $examples | Should -Match ([regex]::Escape(($example.Code -split "`n")[0])) }
        ($help.syntax | Out-String) | Should -Match $Name
    }

    It 'tells required, position and pipeline input of the parameters of <Name> as they are' -ForEach $cases {
        $command = Get-Command -Name $Name
        foreach ($parameter in $Page.Parameters) {
            $help = Get-Help -Name $Name -Parameter $parameter.Name
            $sets = @($command.Parameters[$parameter.Name].ParameterSets.Values)
            $pipeline = [bool] $sets.Where({ $_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName })
            $help.pipelineInput.StartsWith('true') | Should -Be $pipeline -Because "-$($parameter.Name)"
            ($help.position -ne 'named') | Should -Be ([bool] $sets.Where({ $_.Position -ge 0 })) -Because "-$($parameter.Name)"
            if ($help.required -eq 'true') { $sets.IsMandatory | Should -Contain $true -Because "-$($parameter.Name)" }
            ($help.description | Out-String).Trim() | Should -Not -BeNullOrEmpty -Because "-$($parameter.Name)"
        }
    }

    It 'has the topic about_RMF' {
        Get-Help -Name about_RMF | Out-String | Should -Match 'Start-RmfSimulator'
    }
}

Describe 'The examples of the help' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
    }

    It 'run as they stand: <Name>' -ForEach $runnable {
        # As a user would: a fresh session, in a copy of the examples folder.
        $folder = Join-Path -Path $TestDrive -ChildPath $Name
        Copy-Item -Path "$root/examples" -Destination $folder -Recurse
        $shell = [powershell]::Create()
        try {
            [void] $shell.AddScript("Set-Location '$folder'; Import-Module '$manifest'; `$ConfirmPreference = 'None'").Invoke()
            if ($Page.NeedsLab) {
                $shell.Commands.Clear()
                [void] $shell.AddScript("Start-RmfSimulator harbour -SetPasswordVariable; New-RmfPolicy -Path lab.yaml -FromSimulator; Import-RmfPolicy lab.yaml").Invoke()
                $shell.Streams.Error | Should -BeNullOrEmpty
            }
            foreach ($example in $Page.Examples.Where({ -not $_.NeedsSite })) {
                $shell.Commands.Clear()
                $shell.Streams.Error.Clear()
                [void] $shell.AddScript("`$ErrorActionPreference = 'Stop'`n$($example.Code)")
                { $null = $shell.Invoke() } | Should -Not -Throw -Because $example.Title
                $shell.Streams.Error | Should -BeNullOrEmpty -Because $example.Title
            }
        }
        finally {
            $shell.Runspace.Close()
            $shell.Dispose()
            Get-ChildItem -Path env:RMF_*_PASSWORD | Remove-Item
        }
    }
}

Describe 'Importing the module' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
    }

    It 'exports exactly the cmdlets of its manifest' {
        $listed = (Import-PowerShellDataFile -Path $manifest).CmdletsToExport | Sort-Object
        $found = (Get-Command -Module RMF.PowerShell).Name | Sort-Object
        $found | Should -Be $listed
    }

    It 'passes Test-ModuleManifest' {
        $data = Test-ModuleManifest -Path $manifest
        $data.CompatiblePSEditions | Should -Be @('Desktop', 'Core')
        $data.PowerShellVersion | Should -Be ([version]'5.1')
        $data.Description | Should -Not -BeNullOrEmpty
    }

    It 'keeps its assemblies in a context of their own' {
        $context = [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext((Get-CmdletAssembly))
        $context.Name | Should -Be 'RMF.PowerShell'
        $context | Should -Not -Be ([System.Runtime.Loader.AssemblyLoadContext]::Default)
        $context.Assemblies.ForEach({ $_.GetName().Name }) | Should -Not -Contain 'System.Management.Automation'
    }

    It 'lets scripts name the types of the cmdlet assembly' {
        [RMF.PowerShell.RmfException].Assembly | Should -Be (Get-CmdletAssembly)
    }

    It 'comes back after Remove-Module and after Import-Module -Force' {
        $answer = Invoke-FreshPwsh -ArgumentList $manifest -Script {
            param($manifest)
            $count = @()
            Import-Module $manifest
            $count += @(Get-Command -Module RMF.PowerShell).Count
            Remove-Module RMF.PowerShell
            $count += @(Get-Module | Where-Object { $_.Path -like '*RMF.PowerShell*' }).Count
            Import-Module $manifest
            $count += @(Get-Command -Module RMF.PowerShell).Count
            Import-Module $manifest -Force
            $count += @(Get-Command -Module RMF.PowerShell).Count
            Import-Module $manifest -Force
            $count += @(Get-Command -Module RMF.PowerShell).Count
            $count -join ' '
        }
        $all = (Import-PowerShellDataFile -Path $manifest).CmdletsToExport.Count
        $answer | Should -Be "$all 0 $all $all $all"
    }

    It 'costs little more than a bare start' {
        # The best of several, because a loaded machine can only add. The goal is 300 ms; the test is loose on purpose.
        $program = (Get-Process -Id $PID).Path
        $best = foreach ($command in '1', "Import-Module '$manifest'; `$null = Get-Command -Module RMF.PowerShell") {
            1..4 | ForEach-Object {
                (Measure-Command { & $program -NoProfile -NonInteractive -Command $command }).TotalMilliseconds
            } | Measure-Object -Minimum | ForEach-Object Minimum
        }
        $cost = $best[1] - $best[0]
        Write-Host ('      import costs {0:0} ms over a bare start of {1:0} ms' -f $cost, $best[0])
        $cost | Should -BeLessThan ([math]::Max(1500, 3 * $best[0]))
    }
}

Describe 'The Windows PowerShell build' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
    }

    It 'is loaded from its own folder, without a load context, by the same script' {
        # Windows PowerShell itself does not run here: a copy of the module is made to believe that it is there.
        $copy = Join-Path -Path $TestDrive -ChildPath 'RMF.PowerShell'
        Copy-Item -Path $moduleFolder -Destination $copy -Recurse
        Remove-Item -Path (Join-Path -Path $copy -ChildPath 'core') -Recurse
        $script = Join-Path -Path $copy -ChildPath 'RMF.PowerShell.psm1'
        (Get-Content -Path $script -Raw).Replace('$PSEdition -eq', "'Desktop' -eq") | Set-Content -Path $script
        $answer = Invoke-FreshPwsh -ArgumentList (Join-Path -Path $copy -ChildPath 'RMF.PowerShell.psd1') -Script {
            param($manifest)
            Import-Module $manifest
            $type = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'RMF.PowerShell' }
            Split-Path -Leaf (Split-Path $type.Location)
            @(Get-Command -Module RMF.PowerShell).Name
        }
        $answer[0] | Should -Be 'desktop'
        $listed = (Import-PowerShellDataFile -Path $manifest).CmdletsToExport
        $expected = $listed | Where-Object { $_ -notlike '*-RmfSimulator' } | Sort-Object
        ($answer | Select-Object -Skip 1 | Sort-Object) | Should -Be $expected
    }

    It 'uses no syntax that Windows PowerShell 5.1 does not know in the scripts that it runs' {
        $files = @(Get-ChildItem -Path $moduleFolder -Filter *.psm1) + @(Get-Item -Path "$root/build.ps1", "$root/eng/HelpPage.ps1", "$root/eng/New-ModuleHelp.ps1", "$root/src/RMF.SmartClient/Package/install.ps1")
        foreach ($file in $files) {
            $tokens = $errors = $null
            $tree = [System.Management.Automation.Language.Parser]::ParseFile($file.FullName, [ref] $tokens, [ref] $errors)
            $errors | Should -BeNullOrEmpty
            $newer = $tokens.Where({ $_.Kind -in 'QuestionQuestion', 'QuestionQuestionEquals', 'QuestionDot', 'QuestionLBracket', 'QuestionMark', 'AndAnd', 'OrOr' })
            $newer | Should -BeNullOrEmpty -Because $file.Name
            $tree.FindAll({ $args[0] -is [System.Management.Automation.Language.TernaryExpressionAst] }, $true) | Should -BeNullOrEmpty -Because $file.Name
        }
    }
}

Describe 'Another version of YamlDotNet in the same process' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
    }

    It 'does no harm, and stays what it is' {
        $answer = Invoke-FreshPwsh -ArgumentList $manifest, $TestDrive -Script {
            param($manifest, $folder)
            # An assembly of that name, of another version, without anything that RMF needs.
            $file = Join-Path $folder 'YamlDotNet.dll'
            $name = [System.Reflection.AssemblyName]::new('YamlDotNet, Version=11.0.0.0')
            $other = [System.Reflection.Emit.PersistedAssemblyBuilder]::new($name, [object].Assembly)
            $null = $other.DefineDynamicModule('YamlDotNet').DefineType('YamlDotNet.Other', 'Public').CreateType()
            $other.Save($file)
            $null = [System.Reflection.Assembly]::LoadFrom($file)
            Import-Module $manifest
            $policy = Join-Path $folder 'broken.yaml'
            Set-Content -Path $policy -Value 'apiVersion: rmf/v1', 'kind: RedundancyPolicy', 'nonsense: 1'
            @(Test-RmfPolicy -Path $policy).Count -gt 0
            [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'YamlDotNet' } | ForEach-Object { $_.GetName().Version.Major } | Sort-Object
        }
        $answer | Should -Be @($true, 11, 16)
    }
}

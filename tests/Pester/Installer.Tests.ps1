Describe 'The installer of the Smart Client plugin' {
    BeforeAll {
        . "$PSScriptRoot/Package.ps1"
        $old = New-TestPackage "$TestDrive/old/Rmf" '0.9.0'
        $new = New-TestPackage "$TestDrive/new/Rmf" '0.10.0'
        # A name that no process has.
        $quiet = 'rmf-no-such-process'
        # The installer leaves the folder that it replaces; the folders here go when the tests end.
        $before = [System.Environment]::CurrentDirectory
    }

    AfterAll { [System.Environment]::CurrentDirectory = $before }

    BeforeEach {
        $plugins = Join-Path -Path $TestDrive -ChildPath "MIP $([guid]::NewGuid())"
        $target = Join-Path -Path $plugins -ChildPath 'Rmf'
        $there = @{ Path = $plugins; HostProcess = $quiet }
    }

    It 'installs, and says what it did' {
        $answer = Invoke-Installer $new $there
        $answer.Result | Should -Be 'Installed'
        $answer.Path | Should -Be $target
        $answer.Version | Should -Be '0.10.0'
        $answer.Previous | Should -BeNullOrEmpty
        $answer.ExitCode | Should -Be 0
        Get-Content256 $target | Should -Be (Get-Content256 $new)
        Get-ChildItem -Path $plugins | ForEach-Object Name | Should -Be 'Rmf'
    }

    It 'says that nothing is to be done where all is there already, and writes nothing' {
        $null = Invoke-Installer $new $there
        $time = (Get-ChildItem -Path $target).LastWriteTimeUtc
        # Not even a client that runs stands against that.
        (Invoke-Installer $new @{ Path = $plugins; HostProcess = (Get-Process -Id $PID).ProcessName }).Result | Should -Be 'Unchanged'
        (Get-ChildItem -Path $target).LastWriteTimeUtc | Should -Be $time
    }

    It 'puts a changed or missing file right' -ForEach 'RMF.Core.dll', 'plugin.def', 'RMF.SmartClient.json' {
        $null = Invoke-Installer $new $there
        Remove-Item -Path "$target/$_"
        (Invoke-Installer $new $there).Result | Should -BeIn 'Repaired', 'Upgraded', 'Installed'
        Get-Content256 $target | Should -Be (Get-Content256 $new)
    }

    It 'upgrades, and leaves no file of the old version' {
        $null = Invoke-Installer $old $there
        Set-Content -Path "$target/RMF.Gone.dll" -Value 'of a version before'
        $answer = Invoke-Installer $new $there
        $answer.Result | Should -Be 'Upgraded'
        $answer.Previous | Should -Be '0.9.0'
        Get-Content256 $plugins | Should -Be (Get-Content256 (Split-Path -Path $new))
    }

    It 'refuses an older version, and takes it with -Force' {
        $null = Invoke-Installer $new $there
        $before = Get-Content256 $plugins
        $answer = Invoke-Installer $old $there
        $answer.Result | Should -Be 'Refused'
        $answer.ExitCode | Should -Be 4
        $answer.Detail | Should -Match '0\.10\.0.*0\.9\.0.*-Force'
        Get-Content256 $plugins | Should -Be $before
        (Invoke-Installer $old ($there + @{ Force = $true })).Result | Should -Be 'Downgraded'
        Get-Content256 $target | Should -Be (Get-Content256 $old)
    }

    It 'removes, by the installed script too, and says when there is nothing' {
        $null = Invoke-Installer $new $there
        $answer = Invoke-Installer $target ($there + @{ Uninstall = $true })
        $answer.Result | Should -Be 'Removed'
        $answer.Previous | Should -Be '0.10.0'
        Get-ChildItem -Path $plugins -Force | Should -BeNullOrEmpty
        (Invoke-Installer $new ($there + @{ Uninstall = $true })).Result | Should -Be 'NotInstalled'
        $LASTEXITCODE | Should -Be 0
    }

    It 'refuses while Smart Client runs, and names it' {
        $running = @{ Path = $plugins; HostProcess = (Get-Process -Id $PID).ProcessName }
        $answer = Invoke-Installer $new $running
        $answer.ExitCode | Should -Be 2
        $answer.Detail | Should -Match "\($PID\)"
        Test-Path -Path $plugins | Should -BeFalse
        $null = Invoke-Installer $old $there
        $before = Get-Content256 $plugins
        (Invoke-Installer $new $running).ExitCode | Should -Be 2
        (Invoke-Installer $new ($running + @{ Uninstall = $true })).ExitCode | Should -Be 2
        Get-Content256 $plugins | Should -Be $before
    }

    It 'asks for the process of Smart Client where nobody says otherwise' {
        $tree = [System.Management.Automation.Language.Parser]::ParseFile("$packageSource/install.ps1", [ref] $null, [ref] $null)
        $parameter = $tree.ParamBlock.Parameters | Where-Object { $_.Name.VariablePath.UserPath -eq 'HostProcess' }
        $parameter.DefaultValue.Extent.Text | Should -Be "@('Client')"
    }

    It 'changes nothing with -WhatIf' {
        (Invoke-Installer $new ($there + @{ WhatIf = $true })).Result | Should -Be 'NotDone'
        Test-Path -Path $plugins | Should -BeFalse
        $null = Invoke-Installer $old $there
        $before = Get-Content256 $plugins
        (Invoke-Installer $new ($there + @{ WhatIf = $true })).Result | Should -Be 'NotDone'
        (Invoke-Installer $new ($there + @{ WhatIf = $true; Uninstall = $true })).Result | Should -Be 'NotDone'
        Get-Content256 $plugins | Should -Be $before
    }

    It 'refuses a package that is not whole' -ForEach @(
        @{ What = 'a changed file'; Spoil = { Add-Content -Path "$package/YamlDotNet.dll" -Value 'x' } }
        @{ What = 'a missing file'; Spoil = { Remove-Item -Path "$package/YamlDotNet.dll" } }
        @{ What = 'no list'; Spoil = { Remove-Item -Path "$package/RMF.SmartClient.json" } }
        @{ What = 'a broken list'; Spoil = { Set-Content -Path "$package/RMF.SmartClient.json" -Value '{' } }
        @{ What = 'a list that leads elsewhere'; Spoil = { (Get-Content -Path "$package/RMF.SmartClient.json" -Raw).Replace('YamlDotNet.dll', '../YamlDotNet.dll') | Set-Content -Path "$package/RMF.SmartClient.json" } }
    ) {
        $package = New-TestPackage "$TestDrive/$([guid]::NewGuid())/Rmf" '0.11.0'
        . $Spoil
        (Invoke-Installer $package $there).ExitCode | Should -Be 3 -Because $What
        Test-Path -Path $plugins | Should -BeFalse
    }

    It 'leaves a folder alone that holds something else' {
        $null = New-Item -Path $target -ItemType Directory
        Set-Content -Path "$target/Other.dll" -Value 'not ours'
        (Invoke-Installer $new $there).ExitCode | Should -Be 9
        (Invoke-Installer $new ($there + @{ Uninstall = $true })).ExitCode | Should -Be 9
        Get-Content -Path "$target/Other.dll" | Should -Be 'not ours'
    }

    It 'does not install a folder onto itself' {
        (Invoke-Installer $new @{ Path = (Split-Path -Path $new); HostProcess = $quiet }).ExitCode | Should -Be 9
        Test-Path -Path "$new/plugin.def" | Should -BeTrue
    }

    It 'leaves the old version whole when one of its files is in use' {
        $null = Invoke-Installer $old $there
        $before = Get-Content256 $plugins
        $held = [System.IO.File]::Open("$target/RMF.Core.dll", 'Open', 'Read', 'None')
        try {
            $answer = Invoke-Installer $new $there
            (Invoke-Installer $new ($there + @{ Uninstall = $true })).ExitCode | Should -Be 6
        }
        finally { $held.Dispose() }
        $answer.Result | Should -Be 'Refused'
        $answer.ExitCode | Should -Be 6
        $answer.Detail | Should -Match 'RMF\.Core\.dll is in use'
        Get-Content256 $plugins | Should -Be $before
        (Invoke-Installer $new $there).Result | Should -Be 'Upgraded'
    }
}

Describe 'The swap of the installer, step by step' {
    BeforeAll {
        . "$PSScriptRoot/Package.ps1"
        . "$packageSource/install.ps1"
        $old = New-TestPackage "$TestDrive/old/Rmf" '0.9.0'
        $new = New-TestPackage "$TestDrive/new/Rmf" '0.10.0'

        # Moves for real, but for the move of that number.
        function Set-Breaking {
            param([int[]] $Move)

            $script:moves = 0
            $script:breaking = $Move
            Mock Move-Folder {
                $script:moves++
                if ($script:moves -in $script:breaking) { throw ([System.IO.IOException] "Move $script:moves is not possible.") }
                [System.IO.Directory]::Move($From, $To)
            }
        }

        function Invoke-Here {
            [CmdletBinding(SupportsShouldProcess)]
            param([string] $Source, [switch] $Uninstall)

            Invoke-Setup -Source $Source -Path $plugins -HostProcess 'rmf-no-such-process' -Uninstall:$Uninstall -Cmdlet $PSCmdlet
        }
    }

    BeforeEach {
        $plugins = Join-Path -Path $TestDrive -ChildPath "MIP $([guid]::NewGuid())"
        $target = Join-Path -Path $plugins -ChildPath 'Rmf'
        (Invoke-Here $old).Result | Should -Be 'Installed'
        $before = Get-Content256 $plugins
    }

    It 'leaves the old version whole when a file in the middle of the new one cannot be read' {
        # It is held after the package was found to be whole, when the copying has begun.
        Mock Find-Changed { $script:held = [System.IO.File]::Open("$new/RMF.SmartClient.dll", 'Open', 'Read', 'None') } -ParameterFilter { $Folder -eq $new }
        try { $answer = Invoke-Here $new }
        finally { $script:held.Dispose() }
        $answer.ExitCode | Should -Be 7
        $answer.Detail | Should -Match 'RMF\.SmartClient\.dll.*Nothing was changed'
        Get-Content256 $plugins | Should -Be $before
    }

    It 'puts the old version back when move <_> fails' -ForEach 1, 2 {
        Set-Breaking $_
        $answer = Invoke-Here $new
        $answer.Result | Should -Be 'Failed'
        $answer.ExitCode | Should -Be 7
        $answer.Detail | Should -Match "Move $_ is not possible.*as it was"
        Get-Content256 $plugins | Should -Be $before
    }

    It 'puts the old version back when the last step fails' {
        Mock Switch-Definition { throw ([System.IO.IOException] 'It cannot be renamed.') } -ParameterFilter { -not $Off -and $Folder -eq $target -and -not $script:failed -and ($script:failed = $true) }
        $script:failed = $false
        (Invoke-Here $new).ExitCode | Should -Be 7
        Get-Content256 $plugins | Should -Be $before
    }

    It 'keeps the plugin when it cannot be removed' {
        Set-Breaking 1
        (Invoke-Here $new -Uninstall).ExitCode | Should -Be 7
        Get-Content256 $plugins | Should -Be $before
    }

    It 'says where the old version is when it cannot be put back, loads none of the two, and mends it the next time' {
        Set-Breaking 2, 3
        $answer = Invoke-Here $new
        $answer.ExitCode | Should -Be 8
        $answer.Detail | Should -Match ([regex]::Escape("$target.rmf-old"))
        Get-ChildItem -Path $plugins -Recurse -Filter plugin.def | Should -BeNullOrEmpty
        Set-Breaking 99
        $older = New-TestPackage "$TestDrive/older/Rmf" '0.8.0'
        (Invoke-Here $older).ExitCode | Should -Be 4 -Because 'the version that was moved aside counts'
        $answer = Invoke-Here $new
        $answer.Result | Should -Be 'Upgraded'
        $answer.Detail | Should -Match 'cut off'
        Get-Content256 $plugins | Should -Be (Get-Content256 (Split-Path -Path $new))
    }

    It 'mends what a power cut left: <What>' -ForEach @(
        @{ What = 'the new version half written'; Cut = { $null = New-Item -Path "$target.rmf-new" -ItemType Directory; Set-Content -Path "$target.rmf-new/half.dll" -Value 'half' } }
        @{ What = 'the old one switched off'; Cut = { Rename-Item -Path "$target/plugin.def" -NewName plugin.def.off } }
        @{ What = 'the old one moved away'; Cut = { Rename-Item -Path "$target/plugin.def" -NewName plugin.def.off; Rename-Item -Path $target -NewName Rmf.rmf-old } }
        @{ What = 'the new one in its place and still off'; Cut = { Rename-Item -Path "$target/plugin.def" -NewName plugin.def.off; Rename-Item -Path $target -NewName Rmf.rmf-old; Copy-Item -Path $new -Destination $target -Recurse; Rename-Item -Path "$target/plugin.def" -NewName plugin.def.off } }
        @{ What = 'the old one not deleted'; Cut = { Rename-Item -Path "$target/plugin.def" -NewName plugin.def.off; Rename-Item -Path $target -NewName Rmf.rmf-old; Copy-Item -Path $new -Destination $target -Recurse; Remove-Item -Path "$target/YamlDotNet.dll" } }
    ) {
        . $Cut
        (Invoke-Here $new).ExitCode | Should -Be 0
        Get-Content256 $plugins | Should -Be (Get-Content256 (Split-Path -Path $new))
        . $Cut
        (Invoke-Here $new -Uninstall).Result | Should -Be 'Removed'
        Get-ChildItem -Path $plugins | Should -BeNullOrEmpty
    }

    It 'asks for an administrator where the folder does' {
        Mock New-Stage { throw ([System.UnauthorizedAccessException] 'Access is denied.') }
        $answer = Invoke-Here $new
        $answer.ExitCode | Should -Be 5
        $answer.Detail | Should -Match 'as administrator'
        Get-Content256 $plugins | Should -Be $before
    }

    It 'goes on when the old files cannot be deleted, and says so' {
        Mock Remove-Folder { throw ([System.IO.IOException] 'Held.') } -ParameterFilter { $Folder -like '*.rmf-old' }
        $answer = Invoke-Here $new
        $answer.Result | Should -Be 'Upgraded'
        $answer.Detail | Should -Match 'rmf-old could not all be deleted'
        Get-ChildItem -Path $plugins -Recurse -Filter plugin.def | ForEach-Object DirectoryName | Should -Be $target
    }

    It 'names each exit code in its help, and no other' {
        $text = Get-Content -Path "$packageSource/install.ps1" -Raw
        $named = [regex]::Matches($text, '(?m)^(\d)  \S').ForEach({ $_.Groups[1].Value }) | Sort-Object
        $used = @([regex]::Matches($text, 'Stop-Setup (\d)').ForEach({ $_.Groups[1].Value })) + '0', '1', '5' | Sort-Object -Unique
        $named | Should -Be $used
    }
}

Describe 'The policy cmdlets' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        $broken = @'
apiVersion: rmf/v1
kind: RedundancyPolicy
sites:
  north: { side: primary, uri: https://vms-north.example.net }
  south: { side: secondary, uri: https://vms-south.example.net }
recorders: { primary: [REC-N1], secondary: [REC-S1] }
links: [ { primary: REC-N1, secondary: REC-X } ]
reactiontime: 5
live: { reactionTime: 10 }
'@
    }

    BeforeEach {
        $file = Join-Path -Path $TestDrive -ChildPath 'harbour.yaml'
        Copy-Item -Path "$root/examples/policies/harbour.yaml" -Destination $file
        $wrong = Join-Path -Path $TestDrive -ChildPath 'broken.yaml'
        Set-Content -Path $wrong -Value $broken
    }

    Context 'Import-RmfPolicy and Get-RmfPolicy' {
        It 'makes a policy current, by path, by file and from a relative path' {
            (Import-RmfPolicy $file).Name | Should -Be 'harbour'
            (Get-RmfPolicy).Path | Should -Be $file
            (Get-Item -Path $file | Import-RmfPolicy).Name | Should -Be 'harbour'
            Push-Location -Path $TestDrive
            try { (Import-RmfPolicy harbour.yaml).Path | Should -Be $file } finally { Pop-Location }
        }

        It 'gives the file as it is now' {
            $null = Import-RmfPolicy $file
            (Get-Content -Path $file -Raw).Replace('direction: backup', 'direction: restore') | Set-Content -Path $file
            (Get-RmfPolicy).Direction | Should -Be 'Restore'
        }

        It 'takes a path or a policy, and leaves the current policy alone' {
            $null = Import-RmfPolicy $file
            (Get-RmfPolicy "$root/examples/policies/minimal.yaml").Name | Should -Be 'minimal'
            (Get-RmfPolicy "$root/examples/policies/minimal.yaml" | Get-RmfPolicy).Name | Should -Be 'minimal'
            (Get-RmfPolicy).Name | Should -Be 'harbour'
        }

        It 'takes the policy that the environment names where none was imported' {
            $shell = [powershell]::Create()
            $env:RMF_POLICY = $file
            try {
                $shell.AddScript("Import-Module '$manifest'; (Get-RmfPolicy).Name").Invoke() | Should -Be 'harbour'
            }
            finally { Remove-Item -Path env:RMF_POLICY; $shell.Dispose() }
        }

        It 'says what to do when there is no policy' {
            $shell = [powershell]::Create()
            [void] $shell.AddScript("Import-Module '$manifest'; try { Get-RmfPolicy } catch { `$_ }")
            $thrown = $shell.Invoke()
            $thrown.FullyQualifiedErrorId | Should -Be 'NoPolicy,RMF.PowerShell.Policies.GetRmfPolicy'
            $thrown.ErrorDetails.RecommendedAction | Should -Match 'Import-RmfPolicy'
            $shell.Dispose()
        }

        It 'reports each error with file, line and column, ends, and keeps the current policy' {
            $null = Import-RmfPolicy $file
            $thrown = { Import-RmfPolicy $wrong -ErrorAction SilentlyContinue -ErrorVariable script:problems } | Should -Throw -PassThru
            $thrown.FullyQualifiedErrorId | Should -Be 'PolicyInvalid,RMF.PowerShell.Policies.ImportRmfPolicy'
            $each = $problems.Where({ $_.FullyQualifiedErrorId -like 'RMF1*' })
            $each.Count | Should -BeGreaterOrEqual 3
            foreach ($problem in $each) {
                $problem.Exception.Message | Should -Match 'broken\.yaml:\d+:\d+: '
                $problem.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
                $problem.TargetObject.Line | Should -BeGreaterThan 0
            }
            (Get-RmfPolicy).Name | Should -Be 'harbour'
        }

        It 'reports a file that is not there' {
            $thrown = { Import-RmfPolicy "$TestDrive/nowhere.yaml" -ErrorAction SilentlyContinue } | Should -Throw -PassThru
            $thrown.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        }
    }

    Context 'Test-RmfPolicy' {
        It 'gives one object for each thing to say' {
            $findings = Test-RmfPolicy $wrong
            $findings.Where({ $_.Severity -eq 'Error' }).Count | Should -BeGreaterOrEqual 3
            $findings | ForEach-Object { $_.Place | Should -Match '^broken\.yaml:\d+:\d+$' }
            $findings.Key | Should -Contain 'live.reactionTime'
        }

        It 'answers true or false with -Quiet' {
            Test-RmfPolicy $file -Quiet | Should -BeTrue
            Test-RmfPolicy $wrong -Quiet | Should -BeFalse
        }

        It 'takes files from the pipeline' {
            Get-ChildItem -Path "$root/examples/policies" -Filter *.yaml | Test-RmfPolicy -Quiet | Should -Not -Contain $false
        }
    }

    Context 'Set-RmfDirection' {
        It 'changes the one word, keeps all other bytes, and is idempotent' {
            $before = Get-Content -Path $file -Raw
            (Set-RmfDirection Restore -Policy $file -PassThru).Direction | Should -Be 'Restore'
            Get-Content -Path $file -Raw | Should -BeExactly $before.Replace('direction: backup ', 'direction: restore ')
            $written = (Get-Item -Path $file).LastWriteTimeUtc
            Set-RmfDirection Restore -Policy $file | Should -BeNullOrEmpty
            (Get-Item -Path $file).LastWriteTimeUtc | Should -Be $written
            Set-RmfDirection Backup -Policy $file
            Get-Content -Path $file -Raw | Should -BeExactly $before
        }

        It 'writes nothing with -WhatIf' {
            $before = Get-Content -Path $file -Raw
            Set-RmfDirection Restore -Policy $file -WhatIf
            Get-Content -Path $file -Raw | Should -BeExactly $before
        }

        It 'edits the current policy, which knows it at once' {
            $null = Import-RmfPolicy $file
            Set-RmfDirection Restore
            (Get-RmfPolicy).Direction | Should -Be 'Restore'
        }

        It 'edits the file of a folder in which the key stands' {
            $folder = Join-Path -Path $TestDrive -ChildPath 'folder'
            $null = New-Item -Path $folder -ItemType Directory -Force
            $lines = Get-Content -Path $file
            $lines | Where-Object { $_ -notmatch '^direction:' } | Set-Content -Path "$folder/10-main.yaml"
            Set-Content -Path "$folder/20-direction.yaml" -Value 'direction: backup'
            Set-RmfDirection Restore -Policy $folder
            Get-Content -Path "$folder/20-direction.yaml" | Should -Be 'direction: restore'
            Get-Content -Path "$folder/10-main.yaml" | Should -Not -Match '^direction'
        }

        It 'refuses a word that is no direction' {
            { Set-RmfDirection Sideways -Policy $file } | Should -Throw
        }
    }

    Context 'New-RmfPolicy' {
        It 'writes a valid policy from answers' {
            $new = Join-Path -Path $TestDrive -ChildPath 'first.yaml'
            $policy = New-RmfPolicy -Path $new -PrimaryUri https://a.example.net -SecondaryUri https://b.example.net -PrimaryRecorder R1, R2 -SecondaryRecorder S1 -User rmf -PassThru
            $policy.Name | Should -Be 'first'
            $policy.PrimaryRecorder | Should -Be 'R1', 'R2'
            $policy.Sites.PasswordFrom | Should -Be 'secret rmf-primary', 'secret rmf-secondary'
            Test-RmfPolicy $new -Quiet | Should -BeTrue
        }

        It 'writes each template: <_>' -ForEach 'Minimal', 'Harbour', 'ManyToOne', 'Restore', 'SingleSite' {
            $new = Join-Path -Path $TestDrive -ChildPath "$_.yaml"
            New-RmfPolicy -Path $new -Template $_
            Test-RmfPolicy $new -Quiet | Should -BeTrue
        }

        It 'never overwrites without -Force' {
            $thrown = { New-RmfPolicy -Path $file -Template Minimal } | Should -Throw -PassThru
            $thrown.FullyQualifiedErrorId | Should -Be 'FileExists,RMF.PowerShell.Policies.NewRmfPolicy'
            $thrown.ErrorDetails.RecommendedAction | Should -Match '-Force'
            New-RmfPolicy -Path $file -Template Minimal -Force
            Get-Content -Path $file -Raw | Should -Not -Match 'harbour'
        }

        It 'writes nothing with -WhatIf' {
            New-RmfPolicy -Path "$TestDrive/none.yaml" -Template Minimal -WhatIf
            Test-Path -Path "$TestDrive/none.yaml" | Should -BeFalse
        }

        It 'refuses recorders that do not pair' {
            $thrown = { New-RmfPolicy -Path "$TestDrive/none.yaml" -PrimaryUri https://a.example.net -SecondaryUri https://b.example.net -PrimaryRecorder R1, R2, R3 -SecondaryRecorder S1, S2 } | Should -Throw -PassThru
            $thrown.FullyQualifiedErrorId | Should -BeLike 'RecordersDoNotPair,*'
        }

        It 'reports a folder that is not there' {
            $thrown = { New-RmfPolicy -Path "$TestDrive/no/such/folder.yaml" -Template Minimal } | Should -Throw -PassThru
            $thrown.FullyQualifiedErrorId | Should -BeLike 'FileNotFound,*'
        }
    }
}

using System.Windows.Input;

namespace RMF.SmartClient.Model.Binding;

/// <summary>One line of a menu, or a button: its words, whether it can be chosen, and why not. Belongs to the user interface's thread.</summary>
public sealed class ModelCommand : Observable, ICommand
{
    private readonly Action<object?> run;
    private string text;
    private string? whyNot;
    private bool isChecked;
    private bool isOffered = true;

    /// <param name="text">The words.</param>
    /// <param name="run">What it does; gets the parameter that the view gives. Called only where it is enabled.</param>
    public ModelCommand(string text, Action<object?> run)
    {
        this.text = text;
        this.run = run;
    }

    /// <inheritdoc/>
    public event EventHandler? CanExecuteChanged;

    /// <summary>The words that are shown.</summary>
    public string Text
    {
        get => text;
        set => Set(ref text, value);
    }

    /// <summary>Why it cannot be chosen now, for people. Null = it can.</summary>
    public string? WhyNot
    {
        get => whyNot;
        set
        {
            if (Set(ref whyNot, value))
            {
                Tell(nameof(IsEnabled));
                CanExecuteChanged?.Invoke(this, EventArgs.Empty);
            }
        }
    }

    /// <summary>It can be chosen now.</summary>
    public bool IsEnabled => whyNot is null;

    /// <summary>What it switches is on.</summary>
    public bool IsChecked
    {
        get => isChecked;
        set => Set(ref isChecked, value);
    }

    /// <summary>False where the operator has no right to it at all: it is not shown then.</summary>
    public bool IsOffered
    {
        get => isOffered;
        set
        {
            if (Set(ref isOffered, value))
            {
                CanExecuteChanged?.Invoke(this, EventArgs.Empty);
            }
        }
    }

    /// <inheritdoc/>
    public bool CanExecute(object? parameter) => IsEnabled && IsOffered;

    /// <inheritdoc/>
    public void Execute(object? parameter)
    {
        if (CanExecute(parameter))
        {
            run(parameter);
        }
    }
}

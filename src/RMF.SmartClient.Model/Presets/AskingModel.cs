using RMF.SmartClient.Model.Binding;

namespace RMF.SmartClient.Model.Presets;

/// <summary>A window that works, says what became of it, and asks before it takes something away. Belongs to the user interface's thread.</summary>
public abstract class AskingModel : TellingModel
{
    private string question = "";
    private bool isBusy;
    private Action? confirmed;

    private protected AskingModel()
    {
        Confirm = new ModelCommand("Yes", _ => Answer(true)) { IsOffered = false };
        Withdraw = new ModelCommand("No", _ => Answer(false)) { IsOffered = false };
    }

    /// <summary>What is asked before a preset is changed or removed; empty while nothing is asked.</summary>
    public string Question
    {
        get => question;
        private set => Set(ref question, value);
    }

    /// <summary>Yes to <see cref="Question"/>.</summary>
    public ModelCommand Confirm { get; }

    /// <summary>No to <see cref="Question"/>.</summary>
    public ModelCommand Withdraw { get; }

    /// <summary>Something is under way.</summary>
    public bool IsBusy
    {
        get => isBusy;
        private protected set => Set(ref isBusy, value);
    }

    private protected bool IsAsking => confirmed is not null;

    private protected void Ask(string text, Action then)
    {
        (Question, confirmed) = (text, then);
        Confirm.IsOffered = Withdraw.IsOffered = true;
        Offer();
    }

    private void Answer(bool isYes)
    {
        var then = confirmed;
        (Question, confirmed) = ("", null);
        Confirm.IsOffered = Withdraw.IsOffered = false;
        Offer();
        if (isYes)
        {
            then?.Invoke();
        }
    }

    /// <summary>Says which commands can be chosen now.</summary>
    private protected abstract void Offer();
}

namespace RMF.SmartClient.Model.Binding;

/// <summary>A model that says what became of the last action. Belongs to the user interface's thread.</summary>
public abstract class TellingModel : Observable
{
    private string message = "";
    private bool isWarning;

    private protected TellingModel()
    {
    }

    /// <summary>What became of the last action, for people, and what to do; empty before one.</summary>
    public string Message
    {
        get => message;
        private set => Set(ref message, value);
    }

    /// <summary>The message tells of something that is not done, or not well.</summary>
    public bool IsWarning
    {
        get => isWarning;
        private set => Set(ref isWarning, value);
    }

    private protected virtual void Say(string text, bool warning) => (Message, IsWarning) = (text, warning);
}

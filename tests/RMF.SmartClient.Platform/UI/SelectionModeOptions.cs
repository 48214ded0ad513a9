namespace VideoOS.Platform.UI;

public enum SelectionModeOptions
{
    SingleSelect,
    MultiSelect,
    AutoCloseOnSelect,
}

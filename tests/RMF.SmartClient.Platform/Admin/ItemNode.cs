namespace VideoOS.Platform.Admin;

public class ItemNode
{
}

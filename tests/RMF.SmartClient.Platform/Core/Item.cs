namespace VideoOS.Platform;

public class Item
{
    private FQID fqid;
    private string name;

    public Item(FQID fqid, string name)
    {
        this.fqid = fqid;
        this.name = name;
    }

    public virtual FQID FQID
    {
        get => fqid;
        set => fqid = value;
    }

    public virtual string Name
    {
        get => name;
        set => name = value;
    }

    public virtual bool Enabled { get; set; } = true;

    internal List<Item> Children { get; } = [];

    internal Item Parent { get; set; }

    public virtual List<Item> GetChildren() => [.. Children];

    public virtual Item GetParent() => Parent;

    public override string ToString() => name;
}

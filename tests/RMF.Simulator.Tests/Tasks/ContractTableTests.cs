using RMF.Simulator.Contract;
using RMF.Simulator.Tasks;

namespace RMF.Simulator.Tests.Tasks;

public sealed class ContractTableTests
{
    [Fact]
    public void Every_task_of_the_table_has_its_class_and_every_class_its_task()
    {
        var listed = ApiContract.Current.Resources
            .Where(r => r.Name != "tasks")
            .SelectMany(r => r.Tasks.Concat(r.CollectionTasks).Select(t => $"{r.Name}/{t.Name}"));

        Assert.Equal(listed.Order(StringComparer.Ordinal), TaskHandlers.All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_reference_and_every_changing_task_of_the_table_exists()
    {
        foreach (var resource in ApiContract.Current.Resources)
        {
            foreach (var field in resource.Fields)
            {
                Assert.True(field.Type != FieldType.Reference || ApiContract.Current.Find(field.Of!) is not null, $"{resource}.{field.Name}");
                Assert.True(field.Task is null || resource.Tasks.Any(t => t.Name == field.Task), $"{resource}.{field.Name}");
            }
        }
    }
}

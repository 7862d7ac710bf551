namespace Microsoft.Azure.Functions.Worker;

/// <summary>Doubles in this folder have the names, signatures and defaults of worker 2.52.0, as far as the functions use them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

using System.Management.Automation;
using ChatPS.Client.Catalog;

namespace ChatPS.Operations;

/// <summary>A parameter of an operation as a parameter of Invoke-ChatOperation.</summary>
/// <param name="Parameter">What the operation takes.</param>
/// <param name="Name">The name it goes by here.</param>
/// <param name="Aliases">Its other names.</param>
/// <param name="Follows">The path parameter whose value a member of the body repeats when it has none of its own.</param>
internal sealed record OperationArgument(OperationParameter Parameter, string Name, IReadOnlyList<string> Aliases, OperationParameter? Follows)
{
    /// <summary>The type that the engine makes of what the user gives. Numbers and flags may be null, or $null would be sent as 0 or false.</summary>
    public Type Type { get; } = Parameter.Type switch
    {
        "string" => typeof(string),
        "integer" => typeof(long?),
        "number" => typeof(double?),
        "boolean" => typeof(bool?),
        // A form field may come with several files.
        "file" or "array<string>" or "array<file>" => typeof(string[]),
        "array<integer>" => typeof(long[]),
        "array<number>" => typeof(double[]),
        "array<boolean>" => typeof(bool[]),
        var array when array.StartsWith("array<", StringComparison.Ordinal) => typeof(object[]),
        _ => typeof(object),
    };

    public bool IsFile => Parameter.Type == "file";

    public bool IsNeeded => Parameter.Required && Follows is null;

    public bool Answers(string name) =>
        Name.Equals(name, StringComparison.OrdinalIgnoreCase) || Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);

    public RuntimeDefinedParameter ToDynamic(bool mandatory, int position, ArgumentConversion conversion)
    {
        var inPath = Parameter.In == ParameterPlace.Path;
        var attribute = new ParameterAttribute
        {
            Mandatory = mandatory,
            // What is piped says which thing is meant, but not what shall become of it.
            ValueFromPipelineByPropertyName = inPath,
            HelpMessage = Describe(),
        };
        if (inPath)
            attribute.Position = position;
        var result = new RuntimeDefinedParameter(Name, Type,
        [
            attribute,
            conversion,
            // The builder refuses what must not be empty; elsewhere an empty text clears a thing.
            new AllowNullAttribute(),
            new AllowEmptyStringAttribute(),
            new AllowEmptyCollectionAttribute(),
        ]);
        if (Aliases.Count > 0)
            result.Attributes.Add(new AliasAttribute([.. Aliases]));
        if (Parameter.Enum.Count > 0)
            result.Attributes.Add(new ValidateSetAttribute([.. Parameter.Enum]));
        return result;
    }

    private string Describe()
    {
        var preset = Parameter.Default is { } value ? $", {value} when left out" : "";
        var most = Parameter.Max is { } max ? $", {max} at most" : "";
#pragma warning disable CA1308 // A word in a sentence, not a key.
        return $"{Parameter.Name}: {Parameter.Type} in the {Parameter.In.ToString().ToLowerInvariant()}{preset}{most}";
#pragma warning restore CA1308
    }
}

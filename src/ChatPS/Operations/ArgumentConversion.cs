using System.Globalization;
using System.Management.Automation;
using System.Security;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.Operations;

/// <summary>
/// Makes what the user gives fit an operation's parameter: an object of the module stands for its id, a date is written
/// as the APIs write it, and a secret stays out of the engine's sight, which logs what it binds: stars take its place
/// until the request is made.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ArgumentConversion(string name, Type type, SecretArguments secrets) : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Convert(inputData);

    /// <summary>The value for the parameter, not yet of its type.</summary>
    public object? Convert(object? value)
    {
        var plain = value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;
        if (type == typeof(string))
            return ToText(plain);
        if (type == typeof(string[]))
            return plain is IEnumerable<object> many ? many.Select(ToText).ToArray() : plain is null ? null : ToText(plain);
        // Text comes from files; the engine takes any text for true.
        return type == typeof(bool?) && plain is string word && bool.TryParse(word, out var flag) ? flag : value;
    }

    private object? ToText(object? value) => value switch
    {
        PSObject wrapped => ToText(wrapped.BaseObject),
        null => SecretArguments.Null,
        string text => text,
        SecureString secret => secrets.Hide(Secrets.Of(secret)),
        PSCredential credential => secrets.Hide(Secrets.Of(credential.Password)),
        ChatObject item => IdOf(item),
        FileSystemInfo file => file.FullName,
        bool or DateTime or DateTimeOffset or IFormattable => JsonValues.ToText(value),
        _ => value,
    };

    // A member of a room has the ids of both; which is meant, the parameter's name says.
    private string? IdOf(ChatObject item)
    {
        var properties = PSObject.AsPSObject(item).Properties;
        return System.Convert.ToString((properties[name] ?? properties["Id"])?.Value ?? item, CultureInfo.InvariantCulture);
    }
}

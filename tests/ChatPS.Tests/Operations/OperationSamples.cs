using System.Collections;
using System.Globalization;
using System.Management.Automation;
using ChatPS.Client.Catalog;
using ChatPS.Operations;

namespace ChatPS.Tests.Operations;

/// <summary>Values of the types that the catalogs declare, and requests made of them.</summary>
internal static class OperationSamples
{
    /// <summary>A value as a user would type it.</summary>
    public static object ValueFor(OperationParameter parameter) => parameter.Type switch
    {
        _ when parameter.Enum.Count > 0 => parameter.Enum[0].ToUpperInvariant(),
        "integer" => 7,
        "number" => 1.5,
        "boolean" => false,
        "file" => "a.png",
        "object" => new Hashtable { ["key"] = 1 },
        "array<string>" => new[] { "x", "y" },
        "array<object>" => new object[] { new Hashtable { ["key"] = 1 } },
        var array when array.StartsWith("array<", StringComparison.Ordinal) => new object[] { 1, 2 },
        _ => "a b/c?d",
    };

    public static object? BodyFor(Operation operation) => operation.BodyType switch
    {
        null => null,
        "file" => new byte[] { 1, 2, 3 },
        "number" or "integer" => 3,
        "array<string>" => new[] { "x", "y" },
        "array<object>" or "array<any>" => new object[] { new Hashtable { ["key"] = 1 } },
        _ => new Hashtable { ["key"] = 1 },
    };

    /// <summary>A request of an operation with every argument given, bound as the engine binds it.</summary>
    public static OperationRequest Filled(Operation operation, Func<OperationArgument, bool>? which = null)
    {
        var request = new OperationRequest(operation, path => path);
        var secrets = new SecretArguments();
        foreach (var argument in OperationArguments.Of(operation).Where(which ?? (_ => true)))
        {
            var given = new ArgumentConversion(argument.Name, argument.Type, secrets).Convert(ValueFor(argument.Parameter));
            request.Set(argument, secrets.Reveal(LanguagePrimitives.ConvertTo(given, argument.Type, CultureInfo.InvariantCulture)));
        }
        if (operation.BodyType is not null)
            request.SetBody(BodyFor(operation));
        return request;
    }
}

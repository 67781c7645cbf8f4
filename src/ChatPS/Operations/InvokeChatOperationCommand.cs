using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Security;
using ChatPS.Client.Catalog;
using ChatPS.Client.Sessions;
using ChatPS.Common;
using ChatPS.Sessions;

namespace ChatPS.Operations;

/// <summary>
/// Makes any call of a platform's API. The operation's own parameters become parameters of this cmdlet, named and typed
/// as the API declares them; lists are read to their end, or as far as -First says, unless a page is asked for by number.
/// Answers come under the API's own names. An answer that only says that all went well is not shown.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "ChatOperation", SupportsShouldProcess = true, SupportsPaging = true)]
[OutputType(typeof(PSObject))]
public sealed class InvokeChatOperationCommand : RequestCmdlet, IDynamicParameters
{
    private readonly SecretArguments _secrets = new();
    private Operation? _bound;
    private RuntimeDefinedParameterDictionary? _dynamic;

    /// <summary>The operation's id; Get-ChatOperation lists them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(OperationCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Operation { get; set; }

    /// <summary>The platform that the operation belongs to. It is an error when the session is with another one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public ChatPlatform? Platform { get; set; }

    /// <summary>
    /// The operation's parameters in a hashtable, by the API's names or this cmdlet's, for scripts that learn of the
    /// operation only when they run.
    /// </summary>
    [Parameter]
    public IDictionary? Argument { get; set; }

    /// <summary>
    /// The token of a player, for Hathora's operations that act for one, such as CreateLobby; New-ChatPlayerToken makes it. The session's own
    /// token stays at home then.
    /// </summary>
    [Parameter]
    public SecureString? PlayerToken { get; set; }

    /// <summary>The operation's own parameters.</summary>
    /// <returns>The parameters by name; one that takes whatever is given when there is no such operation, so that the cmdlet itself can say so.</returns>
    public object? GetDynamicParameters()
    {
        if (Operation is null)
            return null;
        _dynamic = new RuntimeDefinedParameterDictionary();
        var session = Session ?? SessionStore.Current.Default;
        if (session is { IsConnected: true, Connection: Connection connection } && connection.Platform.Catalog.TryGet(Operation, out _bound))
        {
            var position = 1;
            foreach (var argument in OperationArguments.Of(_bound))
            {
                var isMandatory = argument.IsNeeded && Argument is null && (argument.Parameter.In != ParameterPlace.Body || Body is null)
                    && connection.Platform.DefaultFor(connection, _bound, argument.Parameter) is null;
                _dynamic.Add(argument.Name, argument.ToDynamic(isMandatory, position, ConversionFor(argument)));
                position += argument.Parameter.In == ParameterPlace.Path ? 1 : 0;
            }
        }
        else
        {
            _dynamic.Add("Other", new RuntimeDefinedParameter("Other", typeof(object[]),
                [new ParameterAttribute { ValueFromRemainingArguments = true, DontShow = true }]));
        }
        return _dynamic;
    }

    private protected override void Process() => Guard(Operation, () =>
    {
        var connection = ConnectionFor();
        var operation = Find(connection);
        if (operation.Kind == ResultKind.Stream && !IsText(operation))
            throw new ChatException(ChatErrorReason.NotSupported, $"{operation.Id} answers without end, which this cmdlet would wait for.")
            {
                Advice = "Watch-ChatRoom shows what comes; the platform's list operations give what there is so far.",
            };
        if (operation.IsDeprecated)
            WriteWarning($"{connection.Platform.Name} asks not to use {operation.Id} any more.");
        if (PlayerToken is not null && !operation.IsForPlayers)
            throw new ChatException(ChatErrorReason.NotSupported, $"{operation.Id} of {connection.Platform.Name} does not act for a player.")
            {
                Advice = "Leave -PlayerToken out.",
            };
        var player = Secrets.Of(PlayerToken);
        connection.Mask.Add(player);
        var call = new OperationRequest(operation, ResolveFile);
        foreach (var (argument, value) in Given(operation))
        {
            var revealed = _secrets.Reveal(value);
            if (revealed is Client.Http.Secret secret)
                connection.Mask.Add(secret);
            call.Set(argument, revealed);
        }
        foreach (var argument in OperationArguments.Of(operation).Where(a => !call.Has(a)))
        {
            if (connection.Platform.DefaultFor(connection, operation, argument.Parameter) is { } find)
                call.Set(argument, Await(find(Context)));
        }
        if (HasBody)
            call.SetBody(Body);
        var request = call.Build() with { Host = connection.Platform.HostFor(connection, operation.Host), Token = player };
        var isList = operation.Kind is ResultKind.List or ResultKind.Wrapped or ResultKind.Posts || operation.Paging is not null;
        if (IsText(operation) && OutFile is null)
            SendForLines(connection, request);
        else
            Send(connection, request, isList, operation.IsRead);
    });

    // An answer that comes bit by bit, line by line: it may have an end, and -First can give it one.
    private static bool IsText(Operation operation) => operation is { Kind: ResultKind.Stream, ResultType: "string" };

    private Operation Find(Connection connection)
    {
        var name = connection.Platform.Name;
        if (Platform is { } wanted && wanted != name)
            throw new ChatException(ChatErrorReason.InvalidRequest, $"{Operation} is an operation of {wanted}, and the session '{connection.Session.Name}' is with {name}.")
            {
                Advice = $"Give a session with {wanted} by -Session.",
            };
        if (!connection.Platform.Catalog.TryGet(Operation!, out var operation))
            throw OperationErrors.Unknown(Operation!, $"{name} has", connection.Platform.Catalog.Nearest(Operation!));
        // The parameters were made for one operation, and what is piped may lead to another platform's.
        return _bound is null || _bound == operation ? operation : throw new ChatException(
            ChatErrorReason.InvalidRequest, $"The parameters given are those of another platform's {Operation}.")
        {
            Advice = "Name the session with -Session.",
        };
    }

    private IEnumerable<(OperationArgument Argument, object? Value)> Given(Operation operation)
    {
        var arguments = OperationArguments.Of(operation);
        foreach (var key in Argument?.Keys ?? Array.Empty<object>())
        {
            var name = Convert.ToString(key, CultureInfo.InvariantCulture)!;
            var argument = arguments.FirstOrDefault(a => a.Answers(name)) ?? throw new ChatException(
                ChatErrorReason.InvalidRequest, $"{operation.Id} has no parameter '{name}'.")
            {
                Advice = arguments.Count > 0 ? $"It has {string.Join(", ", arguments.Select(a => a.Name))}." : "It has none.",
            };
            yield return (argument, ToType(argument, Argument![key]));
        }
        foreach (var argument in arguments)
        {
            if (MyInvocation.BoundParameters.ContainsKey(argument.Name) && _dynamic?.TryGetValue(argument.Name, out var given) == true)
                yield return (argument, given.Value);
        }
    }

    private object? ToType(OperationArgument argument, object? value)
    {
        try
        {
            return ConversionFor(argument).Convert(value) is { } given
                ? LanguagePrimitives.ConvertTo(given, argument.Type, CultureInfo.InvariantCulture)
                : null;
        }
        catch (PSInvalidCastException e)
        {
            throw new ChatException(ChatErrorReason.InvalidRequest, $"{argument.Name} of {Operation} takes {argument.Parameter.Type}: {e.Message}", e)
            {
                Advice = "Get-ChatOperation shows what the operation takes.",
            };
        }
    }

    private ArgumentConversion ConversionFor(OperationArgument argument) => new(argument.Name, argument.Type, _secrets);
}

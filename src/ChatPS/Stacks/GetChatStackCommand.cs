using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Stacks;

/// <summary>Gets the operating system images that apps run on.</summary>
[Cmdlet(VerbsCommon.Get, "ChatStack", SupportsPaging = true, DefaultParameterSetName = All)]
[OutputType(typeof(ChatStack))]
public sealed class GetChatStackCommand : OrderedGetCmdlet
{
    private const string All = "All";
    private const string ByApp = "App";

    /// <summary>The stacks: ids, names or patterns. Left out, all.</summary>
    [Parameter(ParameterSetName = All, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("StackId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(StackCompleter))]
    public StackIdentity[]? Stack { get; set; }

    /// <summary>Only the stacks that these apps can be moved to: ids, names or objects.</summary>
    [Parameter(ParameterSetName = ByApp, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity[]? App { get; set; }

    private protected override void Process()
    {
        foreach (var app in App ?? [])
        {
            Guard(app, () =>
            {
                var stacks = Require<IStackReader>(app);
                WriteList((window, context) => stacks.ListForAppAsync(app.Literal, window, context));
            });
        }
        if (App is null)
        {
            var stacks = Require<IStackReader>(Stack?.FirstOrDefault(stack => stack.Session is not null));
            WriteItems(Stack, stacks.ListAsync, stacks.GetAsync, stack => [stack.Name]);
        }
    }
}

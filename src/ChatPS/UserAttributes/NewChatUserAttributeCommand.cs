using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.UserAttributes;

/// <summary>Gives all users an attribute more, such as their department.</summary>
[Cmdlet(VerbsCommon.New, "ChatUserAttribute", SupportsShouldProcess = true)]
[OutputType(typeof(ChatUserAttribute))]
public sealed class NewChatUserAttributeCommand : UserAttributeWriteCmdlet
{
    /// <summary>The name. Newer servers want letters, digits and _ alone, since rules of access name it; what people read is -DisplayName.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>What its values are: text, email, url, phone, date, select, multiselect, user or multiuser. Left out, text, or select where there are options.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(UserAttributeTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Type { get; set; }

    private protected override void Process()
    {
        foreach (var name in Name!)
        {
            Guard(name, () =>
            {
                var attributes = Require<IItemCreator<UserAttributeChange, ChatUserAttribute>>();
                var attribute = Change with { Name = name, Type = Type ?? (Option is null ? "text" : "select") };
                if (Should(name, $"Create user attribute of type {attribute.Type}"))
                    Submit(name, context => Emit(attributes.CreateAsync(attribute, context)));
            });
        }
    }
}

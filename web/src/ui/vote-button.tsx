import { Icon } from "./icon.tsx";

interface VoteButtonProps {
  readonly votes: number;
  readonly isVoted: boolean;
  readonly label: string;
  readonly isDisabled?: boolean;
  onPress(): void;
}

export function VoteButton({ votes, isVoted, label, isDisabled = false, onPress }: VoteButtonProps) {
  return (
    <button type="button" className="vote" aria-pressed={isVoted} title={label} disabled={isDisabled} onClick={onPress}>
      <Icon name="up" />
      <span className="visually-hidden">{label}: </span>
      {votes}
    </button>
  );
}

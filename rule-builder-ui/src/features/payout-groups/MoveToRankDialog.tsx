import { NumberInput } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "../../components/FormDialog.tsx";

interface MoveToRankDialogProps {
  name: string;
  rank: number;
  count: number;
  onMove: (rank: number) => void;
  onClose: () => void;
}

export function MoveToRankDialog({ name, rank, count, onMove, onClose }: MoveToRankDialogProps) {
  const [wanted, setWanted] = useState<number | string>(rank);
  return (
    <FormDialog
      title={`Move ${name}`}
      submit="Move"
      size="sm"
      disabled={typeof wanted !== "number"}
      onClose={onClose}
      entered={[wanted]}
      onSubmit={() => {
        onClose();
        onMove(Number(wanted));
      }}
    >
      <NumberInput
        label="Rank"
        description={`1 is tried first; the last of these groups is ${count}`}
        data-autofocus
        min={1}
        max={count}
        clampBehavior="strict"
        allowDecimal={false}
        value={wanted}
        onChange={setWanted}
      />
    </FormDialog>
  );
}

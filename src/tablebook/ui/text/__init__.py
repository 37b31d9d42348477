"""The text views: one page class with our own marks, on Qt's text editing. Import the one you need.

redline_page  RedlinePage(kind="page"|"pane"|"shared") .show_blocks(marked, chips={section: chip}, notes={at: Note})
              .next_change() .previous_change() .go_to_change(at) .change_count .at_change  signal current_change
              .step_through = "auto"|"fresh"|"all"  .find_words(words, backward)  .go_to_section(number)
              .set_edge("private")  .read_marks = False leaves party words out when read aloud
clean_page    CleanPage(kind)  .show_text(blocks, chips)
legend        Legend(entries=LAYERS)  .set_entries(two_texts("employer", findings=True))
side_by_side  SideBySide()  .show_texts(marked, SideTitle, SideTitle, chips, notes)  .controls (place it)  .swap()
              .left_title.add(widget)  .next_change() ...  signals current_change(at), swapped(bool)
draft_editor  DraftEditor()  .show_blocks(blocks, locked={section: locked_chip()})  .blocks() .flush()
              .export_history() .import_history(data)  .edit_label()  .find_words  signals changed edited refused
draft_panes   DraftPanes(compare)  .editor .redline .live  .show_mode("both"|"draft"|"redline")  .set_compare(compare)
rows          Note(text, tone, icon, framed, flags)  Flag(start, end, "unmarked"|"dead")  ta_chip(text)  locked_chip()
paint         paint_page(painter, document, placed, look, rect): a page on any device, without a widget
spoken        spoken_block(block), spoken_row(row): how marks are read aloud
"""

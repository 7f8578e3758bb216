<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>&lt;h3&gt;lenet_gui {0}&lt;/h3&gt;&lt;p&gt;LeNet-5, the network of Yann LeCun, Léon Bottou, Yoshua Bengio and Patrick Haffner (&lt;i&gt;Gradient-based learning applied to document recognition&lt;/i&gt;, Proc. IEEE 86(11), 1998), reads the digits you draw.&lt;/p&gt;&lt;p&gt;lenet_gui is free under the MIT licence. It uses Qt and PySide6 under the GNU Lesser General Public License 3 (LGPL), PyTorch and NumPy under BSD licences, Pillow under the MIT-CMU licence, safetensors under the Apache licence 2.0, and tqdm under the MPL 2.0 and MIT licences.&lt;/p&gt;&lt;p&gt;MNIST: Yann LeCun, Corinna Cortes and Christopher J. C. Burges, CC BY-SA 3.0.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>&amp;Open …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a drawing, an image or a checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the drawing, as strokes or as an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last change of the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the drawing, as strokes and as an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a copied drawing or image onto the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the page; can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pen erases whole strokes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Thinner pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw thinner lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;hicker pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw thicker lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Random MNIST digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a random test digit of MNIST onto the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open checkpoint …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read with a trained network from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All networks that read: compare, rename, note, train further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Judge the reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of MNIST&apos;s test digits the network in use gets wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the training that the panel describes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the training rest, or go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the training; what it has learned can be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All settings …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every setting of the training, distortions with a preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import data …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in your own labelled digits to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark ink on light paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light ink on dark paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language of the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever language the desktop has, if the program speaks it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put every panel back to where it was at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;How to use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the window shows, and all shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click anything afterwards to have it explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About lenet_gui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, credits and licences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>The class with the best score. If the best score is not clearly better than the next, the network says that it is not sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>penalty {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next: {0}   {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>margin {0} · {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Architecture</name>
    <message>
        <source>The network of 1998 as published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every C3 map reads all six S2 maps, ReLU replaces the scaled tanh, pooling takes the maximum without weights, and ten softmax outputs replace the drawn codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every C3 map reads all six S2 maps, pooling is a plain average without weights, the squashing is tanh, and ten softmax outputs replace the drawn codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It pads the 28x28 digit inside C1 instead of reading 32x32, every C3 map reads all six S2 maps, pooling is a plain average, and it ends in a softmax.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It reads three colour channels (grey goes to all three), uses ReLU and max pooling, has full connections from S4 on, and ends in a softmax.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It reads the 28x28 digit without a border, squashes with the sigmoid, takes the maximum in each square, has full connections from S4 on, and ends in a softmax.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BadInput</name>
    <message>
        <source>{file} is being trained by another window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training process cannot be started: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training process was killed; perhaps the memory ran out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training process crashed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training process has ended unexpectedly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for this training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--no-distortions leaves nothing to choose about distortions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch of {batch} cannot be divided among {count} processes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drawing is saved as .json, or as an image: {images}; not as {suffix}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name cannot begin with a dot or a dash, nor end with a dot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name cannot contain {wrong}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network in the library needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network needs 2 to {most} classes, not {classes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training needs an architecture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All samples are of one class, {name}: there is nothing to tell apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that could be learned from is in the test data, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written to the folder {folder} for your networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written to the folder {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The RBF output compares with the drawn codes of ten digits, so this network has 10 classes and cannot have {classes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so the training stopped. What was saved before is kept; make room and go on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} for your networks cannot be made: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image has {width} x {height} pixels; at most {most} on a side are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels of {images} are missing: they are looked for beside it, in {labels}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss {loss} does not suit {name}: &apos;map&apos; is for penalties, &apos;cross-entropy&apos; for probabilities, &apos;mse&apos; for both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is too long: it may have {most} letters, not {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a stroke set ends in {suffix}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note is too long: it may have {most} letters, not {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset {preset} is for {names}, not for {architecture}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights contain {extra}, which {name} does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of {name} lack {missing}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights {weights} contain values that are not numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights {weights} have the shape {found}; {name} needs {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no characters with labels in these files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too few writers to set {count} samples aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {count} training samples, fewer than a batch of {batch}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a network named {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no architecture {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data {source}. Data is &apos;mnist-train&apos;, &apos;mnist-test&apos;, or the path of an IDX file, of a folder with a folder for each class, or of a stroke set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device {name} here. There is: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {folder} to write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no network named {name} in the library any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {kind} named {name}. Did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {kind} named {name}. There is: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for a batch of {batch} on {device}; try a smaller batch. What was saved before is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing of {file} that could go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These files have {points} million points of characters; at most {most} million make a set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training needs data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the training process said cannot be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a file to write there is no training to go on with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>architecture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is cut off or damaged ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its class names are not texts of 1 to 100 letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its metadata entry {key} is not of the right kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its metadata lacks a readable entry {key}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its rule for rejecting is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weights {weights} are not numbers of a kind that is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two of its classes have the same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {all} samples cannot be set aside for validation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} must lie between {low} and {high}, not at {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be changed: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be removed: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be trained further on this data: it has no class {classes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be used: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} does not fit this training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} gives two labels the same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has a header that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has more pixels than are read; at most {most} million are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has strokes that are damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has {pixels} million pixels; at most {most} million are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds an array with {found} axes where {wanted} are needed (3 for images, 1 for labels).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds more than {most} samples, the most that are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds no labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds no samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds weights, but does not say of which network: it is no checkpoint of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} includes more than is read: {files} files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is JSON, but not a drawing of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a damaged gzip file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a folder, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a folder; name a file to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is cut off: it ends before all its data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is cut off: it ends inside its header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is damaged: this training cannot go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is damaged: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is larger than {limit} MB, the most this kind of file may have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is longer than its header says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no mapping of labels to characters: it has the line {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no stroke set: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no stroke set: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a UNIPEN file: it has no segments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a readable npz file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a safetensors file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not an IDX file of bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not an image of a known kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not readable JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is of a training with another {what}; go on with the same choices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is of the architecture {its}, not {wanted}: its weights do not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} says that it holds {shape} bytes: that is nothing, or too much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} unpacks to more than is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was written in format {version}; this program reads format {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} would say too much of itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: &apos;{word}&apos; is not a number that can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: .{keyword} needs one number above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: it includes {name} in a circle, or too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: the file {name} that it includes is neither beside it nor in a folder &apos;include&apos; above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: the pen moves, but no .COORD with X and Y says how to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: {count} numbers do not make whole points of {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: nothing was learned yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {second} have no class in common with {data}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {second} were judged on different data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} has no folders with pictures: there must be one for each class, named like the class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} has several IDX sets; choose one of them: {files}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{images} has {count} images, but {labels} has {other} labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} comes without trained weights: train it with &apos;lenet-gui train --architecture {name}&apos; and read with &apos;--checkpoint&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has too few samples to split: {count}; it needs at least {least}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is what Windows calls a device; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit here with mouse, pen or finger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw one digit. It is read while you draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw one digit, as large as you like. It is read while you draw. Shift draws a straight segment, Esc drops the stroke, [ and ] or Ctrl and the wheel change the pen&apos;s width. The other end of a pen erases strokes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receptive field of {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>Classes, how many samples each has, and examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class {0}: {1} samples, {2} % of all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Which digits are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits that only one of the two misreads, or both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and {1} read 10,000 digits …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {0} misreads: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both misread: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST test digit {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: label, columns: answer. Arrow keys and Enter, or click.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many digits of each label (row) got which answer (column). The diagonal is right, everything else is wrong. Choose a cell to see its digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionsPanel</name>
    <message>
        <source>Connection table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which maps of S2 each map of C3 reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column for each map of C3, a row for each map of S2, a dot where one reads the other. The network of 1998 leaves some out, which saves weights and makes the maps learn different things.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} map {1} reads the maps {2} of {3}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>Loss by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error in percent by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataBox</name>
    <message>
        <source>Data to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick what the network shall learn from; several sets are mixed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in other labelled digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the result is judged on at the end; nothing is learned from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the test part of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST&apos;s test digits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataSources</name>
    <message>
        <source>{0} (missing)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DigitGrid</name>
    <message>
        <source>Arrow keys move, Enter takes a digit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DistortionBox</name>
    <message>
        <source>Distort the digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each digit looks a little different each time, so that the network learns what matters. Can be changed while it trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other di&amp;gits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distort other digits, by chance.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Drawings, images, checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawing.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is there already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Drag the drawing out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the drawing from here into another program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawingSource</name>
    <message>
        <source>Width of the pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the pen: [ and ], or Ctrl and the wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pen erases whole strokes (E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pen {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln stroke(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Choose &amp;file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file of images in IDX format, or a stroke set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose f&amp;older …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that has a folder for each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file or a folder here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Folder by class&lt;/b&gt;: one for each class, of pictures or drawings.&lt;/p&gt;&lt;p&gt;&lt;b&gt;IDX&lt;/b&gt;: MNIST, EMNIST, QMNIST, Fashion-MNIST; labels beside the images.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Stroke set&lt;/b&gt;: an .npz file of labelled drawings with their writers.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropFrame</name>
    <message>
        <source>Drop it here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorReporter</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong inside the program. What you have drawn is still there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupBox</name>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What computes: the processor, or a graphics card if there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;vice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fastest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>How to use lenet_gui</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h2&gt;Draw a digit&lt;/h2&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with mouse, pen or finger. The network reads while you draw; the answer stands below the page, with the next best and the margin between them. If the margin is small, the answer is &lt;i&gt;not sure&lt;/i&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Network&lt;/b&gt; shows the state of every layer, from the input on the left to the output on the right. Orange is positive, blue negative; all maps of a layer share the scale below them. Point at a unit to see its value, the maps that it reads, and its receptive field on the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Normalisation&lt;/b&gt; shows how the ink becomes what the network sees, &lt;b&gt;Kernels&lt;/b&gt; the trained weights of C1 and C3, &lt;b&gt;Connection table&lt;/b&gt; which maps of S2 each map of C3 reads. Panels can be moved, floated and closed; the View menu brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Training&lt;/b&gt; teaches a network on this computer: choose how long, press Start, draw meanwhile, and watch it learn to read you. It can rest, be stopped, and go on later; nothing that was learned is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Result&lt;/b&gt; says how well a network reads digits that it has not learned from: click a cell of the table for its digits, and a digit to have it on the page. &lt;b&gt;Library&lt;/b&gt; holds the networks that you kept: read with one, rename it, note what it was, train it further, or compare two on the same digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Reader&lt;/b&gt; in the toolbar chooses the trained network. Checkpoints, drawings and images can be opened, pasted, or dropped onto the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift while drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A straight segment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc while drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the stroke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl and wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the pen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys in Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From unit to unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page Up, Page Down in Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From map to map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home, End in Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From layer to layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys, Enter in Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digits of a cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter, F2, Del in Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read with it, rename, delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IDX files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EMNIST, whose transposed pictures were turned upright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QMNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stroke set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divided by writer: {0} writers train, {1} are set aside for validation and {2} for the test. Nobody&apos;s digits are in two parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divided by writer: {0} writers train, {1} are set aside for validation. Nobody&apos;s digits are in both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divided by sample. No picture is in two parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divided by sample, as there are too few writers. No picture is in two parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test digits come from the test file beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test part is the same for every training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, because another part has the same picture: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without any ink: {0} of {1} pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Few samples to learn from: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classes are very uneven: {0} has {1} samples, {2} only {3}. A network will answer the frequent ones too often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be used mixed with other data.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds your own labelled digits to the data for training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add to the training data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer this data in the training form, alone or mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data (*ubyte* *idx* *images* *.npz)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InvitationPage</name>
    <message>
        <source>&amp;Imported so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter shows what is in it, Delete takes it off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it off the list; the file stays where it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Judgement</name>
    <message>
        <source>zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>twos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>four</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>five</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>six</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sixes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sevens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the labels is a class of this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} wrong · 95 %: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1} read as {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{1}” read as “{2}”: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} of {2} wrong ({3}; 95 %: {4}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The difference is noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is better, beyond noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the digits that only one of them misreads, {0} are misread by {1} and {2} by {3}. Equally good networks would differ at least so much with probability p = {4} (McNemar’s exact test); noise means that this is 0.05 or more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeepDialog</name>
    <message>
        <source>Keep the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under this name it stands in the list of readers from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was tried, what came of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For yourself; it is saved with the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it into the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it where it is; it can be kept later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Discard this network? What it has learned is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KernelPair</name>
    <message>
        <source>Kernels of C1 before and after the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernels of C1 as the training found them and as it left them. Both share one scale, so that what is deeper in colour is larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C1 kernels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KernelsPanel</name>
    <message>
        <source>Kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trained kernels of C1 and C3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each square is a kernel of 5 by 5 weights. C3 has a column for each of its maps and a row for each map of S2; where the connection table has no entry, there is no kernel. All kernels of a layer share one scale.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LearningReader</name>
    <message>
        <source>learning</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>&amp;Read with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is drawn is read by this network from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a training with the weights of this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two networks: is one better on MNIST&apos;s test digits, or only luckier?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this network another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note that is saved with this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport a copy …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy of the checkpoint, as a safetensors file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder in which the kept networks lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this network out of the library; asks first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryActions</name>
    <message>
        <source>&amp;More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename, note, export, show the folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The networks that can read: those of the program, and those that you trained and kept. Choose one to read with it or to train it further; choose two to compare them on the same digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {0} from the library?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The networks lie in {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryTable</name>
    <message>
        <source>Networks that read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter reads with it, F2 renames, Del deletes; two at once can be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All trained networks. Those of the program stand in quiet letters and cannot be changed; the dot marks the one that reads now. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name|Network|Test error|Trained|Took|Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comes with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} on {1}; in brackets the 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its test data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} comes with the program and cannot be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, reads now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveSide</name>
    <message>
        <source>&amp;Watch it read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch it read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network that learns reads the page, several times a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LongBox</name>
    <message>
        <source>Train for a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train for epochs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Show or hide this panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About lenet_gui</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MnistSource</name>
    <message>
        <source>All digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which digits are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Random digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a random one of these digits onto the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST test digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 10,000 test digits of MNIST. Click one, and the network reads it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln digit(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>MNIST test digit {0}, labelled {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkBox</name>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings at once. Any change makes them your own settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network to train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which architecture is trained, from random weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Architect&amp;ure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkPanel</name>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state of every layer, from the input on the left to the output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each square is a feature map, each small square in it a unit. Orange is positive, blue negative; all maps of a layer share the scale below them. Point at a unit to see its value, what it reads, and its receptive field. Arrow keys move from unit to unit, Page Up and Page Down from map to map, Home and End from layer to layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Draw here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>Best recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW, a rate that rises and falls along a cosine, averaged weights and distorted digits: how the networks that come with this program were trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As published in 1998</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20 passes over undistorted digits, one digit a step, with equation 8, the stochastic diagonal Levenberg-Marquardt method and the rates of the paper, which reports 0.95 % error; here it reached 1.96 %, in 35 minutes of one core.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the Keras articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam, 5 epochs, 32 digits a step, the first 5,000 digits for validation, no distortions. The articles report 98.6 % right; here it was 98.1 to 98.5 % of the test digits, by seed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Quitting</name>
    <message>
        <source>A network is being trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it has learned is kept, and the next start offers to go on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit and keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>{0} parameters · {1} connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · {0} % error on {3} ({1} to {2})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReaderBar</name>
    <message>
        <source>Toolbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which trained network reads what is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reader</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReaderChoice</name>
    <message>
        <source>Read with {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input · row {0}, column {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} unit {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} map {1} · row {2}, column {3}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>How much has been read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading; nothing is imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {0} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {0} s remain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultCommands</name>
    <message>
        <source>The next training begins with the weights of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well a network reads digits that it has not learned from. The error comes with the interval in which the true one lies 19 times out of 20. Click a cell of the table to see its digits, and a digit to have it on the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test digit {0}, labelled {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confusion {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table was saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultSide</name>
    <message>
        <source>validation error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the network into the library under a name; it can read from then on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;iscard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the network that was trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look cl&amp;oser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look closer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which digits it misreads, and its kernels before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained for {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultSummary</name>
    <message>
        <source>&amp;Keep …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the network into the library, under a name of your choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;iscard …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the network; asks first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train &amp;further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin another training with the weights of this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport table …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table of labels and answers as a CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is judged yet. The result of a training is shown here; or see now which digits the reader in use gets wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Judge {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read all 10,000 test digits with {0}, and count the errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge {0} on MNIST test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} reads 10,000 digits …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · trained for {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation: {0} · {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says “not sure” of {0}; of the others {1} are wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} on MNIST test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the library as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discarded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunningRow</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the training is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the training; what it has learned can be kept (Shift+F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ad&amp;just …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change learning rate and distortions while it trains (F7)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on (F6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest until Go on (F6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearly done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} trained so far</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScrolledDigits</name>
    <message>
        <source>Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a digit, and it is on the page and read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits as the network saw them. Choose one, and it lies on the page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Draw a stroke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>&amp;Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with mouse, pen or finger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse the test digits of MNIST</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SplitBar</name>
    <message>
        <source>How the samples are divided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StagesPanel</name>
    <message>
        <source>Normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the ink is brought into the form of MNIST&apos;s digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The square around the ink is averaged into 20 by 20 cells. Their centre of mass is moved to the middle of 28 by 28 by whole pixels. Two pixels of paper around that make the 32 by 32 that the network sees. MNIST&apos;s digits were made like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ink {0} × {1} pixels; the square of {2} becomes 20 × 20. Centre of mass to the middle: {3} right, {4} down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dot of {0} × {1} pixels: no digit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartRow</name>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings at once: what worked best here, as published, as in an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network to train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which architecture is trained, from random weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A time to keep, or passes over the data; it can be cancelled at any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All settings …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every setting of the training, and distortions with a preview (F7)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the training (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How &amp;long</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>{0} · read in {1:.1f} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · pen to screen {0:.0f} ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoppedSide</name>
    <message>
        <source>&amp;Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on from where it stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what was learned until then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;iscard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget what was learned</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Digits as they are, and distorted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above: digits of the data. Below: the same as the network may see them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Samples of each class by chance, as the network sees them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other e&amp;xamples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show other samples of each class, by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writers: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>not ready yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>getting ready …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the data …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judging the result …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings that you have chosen yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln epoch(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 %: {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network that learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it learns from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data to judge the result on, once, at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins with the weights of this checkpoint instead of random ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often it sees each digit of the training data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It trains that long, and the learning rate follows the clock, so that it ends settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits a step. Small batches learn more from each digit; large ones go faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the weights follow the gradient. AdamW and Adam adapt the step of each weight; SGD takes plain steps with momentum; Levenberg-Marquardt is the paper&apos;s stochastic diagonal method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of the steps at their largest. Too small learns slowly, too large learns nothing. Can be changed while it trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate changes: along half a cosine down to 0, not at all, or by epochs as the paper lists it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of all steps in which the learning rate rises from 0 to its largest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls weights towards 0, so that none grows without need. For AdamW.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the last step that the next one of SGD keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network that is judged and kept is a running average of the weights; this part of it stays at each step. 0: the newest weights themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is made small. MAP (the paper&apos;s equation 9) also pushes wrong classes away; squared error (equation 8) does not; cross-entropy is for probabilities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper&apos;s constant of MAP: from this penalty on, wrong classes are not pushed further away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many digits are set aside: nothing is learned from them, the validation error is measured on them, and how sure an answer must be is chosen by them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which digits are set aside: by chance, whole writers where they are known; or the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number that chance begins with: the same seed on the same CPU gives the same training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What computes: auto, cpu, cuda, cuda:1, mps ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cores to compute with. More are seldom faster for so small a network, and slow down everything else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degrees, at most, to either side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.1 makes digits up to a tenth larger or smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns that a row may lean over the one below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels, at most, in each direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels by which parts of a digit bend, on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points a side that bend freely: few for broad bends, many for fine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the digits that is not distorted at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the digits that is blurred a little, as photographs are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingCommands</name>
    <message>
        <source>&amp;Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingField</name>
    <message>
        <source>Distortions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Validation digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Which ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levenberg-Marquardt (1998)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning &amp;rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sche&amp;dule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine, down to 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as published 1998</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight de&amp;cay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAP with j (1998)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;j</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;lant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;hift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Elastic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elastic &amp;points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;oftened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le&amp;ft as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the loss MAP has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only AdamW has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only SGD has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a CPU has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingNotice</name>
    <message>
        <source>Unfinished training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training of {0} stopped at {1} % ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation error {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on from exactly where it stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what was learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End this training; its network joins the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete what this training has learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again at the next start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingOptions</name>
    <message>
        <source>Settings of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training is running: learning rate and distortions can be changed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change has been taken over already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains a network on this computer, before your eyes: the loss, the error on digits that it learns from, and the error on digits set aside. What is on the page is read by the learning network meanwhile. Nothing is lost: what was learned is on disk at every moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins with the weights of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training was stopped before there was anything to keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it has learned so far is on disk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoActions</name>
    <message>
        <source>&amp;Undo: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_DataBox</name>
    <message>
        <source>Data to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network learns from; several sets can be mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
